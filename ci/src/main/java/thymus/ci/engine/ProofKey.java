package thymus.ci.engine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.SourcePlaces;
import thymus.evm.primitive.Sha256;
import thymus.fork.state.ForkState;
import thymus.solver.proof.Prover;
import thymus.spec.Guidance;
import thymus.spec.Specification;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/**
 * Identifies a proof by all that it depends on: the property, the rest of the specification without its other
 * properties, the code and interface of every contract, and Thymus itself with its solver. Two checks with the same key
 * prove the same.
 */
final class ProofKey {
    /** One class of each module that takes part in a proof. */
    private static final List<Class<?>> MODULES = List.of(
            Specification.class,
            Sha256.class,
            Artifact.class,
            ForkState.class,
            DeployedSystem.class,
            Prover.class,
            ProofKey.class);

    /** The digest of all that the proofs of a system have in common. */
    private final String common;

    private ProofKey(String common) {
        this.common = common;
    }

    /**
     * @param system right after setup
     * @return empty where no key can be given: on a fork, whose state is not read as a whole, and where Thymus does not
     *     run from its jars, so that its own version is unknown
     */
    static Optional<ProofKey> of(DeployedSystem system) {
        return build().flatMap(build -> of(system, build));
    }

    /** @param build identifies Thymus itself */
    static Optional<ProofKey> of(DeployedSystem system, String build) {
        if (system.fork().isPresent()) {
            return Optional.empty();
        }
        List<Object> parts = new ArrayList<>(
                List.of(build, Prover.solver(), withProperties(system.specification(), List.of()), system.created()));
        for (String name : new TreeSet<>(system.specification().instances().keySet())) {
            parts.add(name);
            parts.add(system.addressOf(name).toString());
            parts.addAll(parts(system.artifactOf(name)));
            // A proxy has the interface of one contract and the code of another.
            system.codeArtifactOf(name).ifPresent(code -> parts.addAll(parts(code)));
            parts.add(system.code(name));
        }
        try {
            return Optional.of(new ProofKey(digest(parts)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The key of a property's proof, 64 hexadecimal digits. */
    String of(Property property) {
        return digest(List.of(common, property));
    }

    private static String digest(List<?> parts) {
        return Sha256.hex(CanonicalText.of(parts).getBytes(StandardCharsets.UTF_8));
    }

    private static Specification withProperties(Specification s, List<Property> properties) {
        return new Specification(
                "",
                s.fork(),
                s.contracts(),
                s.actors(),
                s.places(),
                s.parameters(),
                s.startTime(),
                s.setup(),
                s.instances(),
                s.adversary(),
                s.flows(),
                s.ghosts(),
                s.updates(),
                properties,
                Map.of(),
                s.callees(),
                Guidance.NONE,
                s.chains());
    }

    private static List<Object> parts(Artifact artifact) {
        return List.of(
                artifact.reference(),
                artifact.model(),
                artifact.unnamed(),
                artifact.creation().bytes(),
                artifact.runtime().bytes(),
                artifact.runtime().immutables(),
                SourcePlaces.of(artifact).names());
    }

    private static Optional<String> build() {
        List<String> jars = new ArrayList<>();
        for (Class<?> type : MODULES) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            try {
                Path place = source == null
                        ? Path.of("")
                        : Path.of(source.getLocation().toURI());
                if (!Files.isRegularFile(place)) {
                    return Optional.empty();
                }
                jars.add(Sha256.hex(Files.readAllBytes(place)));
            } catch (IOException | URISyntaxException e) {
                return Optional.empty();
            }
        }
        return Optional.of(digest(jars));
    }
}
