package thymus.ci.engine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.SourcePlaces;
import thymus.evm.primitive.Word;
import thymus.fork.state.ForkState;
import thymus.solver.proof.Prover;
import thymus.spec.Specification;
import thymus.spec.tree.Property;
import thymus.system.execution.CreatedContract;
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
            Word.class,
            Artifact.class,
            ForkState.class,
            DeployedSystem.class,
            Prover.class,
            ProofKey.class);

    private final MessageDigest common;

    private ProofKey(MessageDigest common) {
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
    static Optional<ProofKey> of(DeployedSystem system, byte[] build) {
        if (system.fork().isPresent()) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        digest.update(sha256().digest(build));
        add(digest, Prover.solver());
        try {
            add(digest, CanonicalText.of(withProperties(system.specification(), List.of())));
            for (CreatedContract created : system.created()) {
                add(digest, CanonicalText.of(created));
            }
            for (String name : new TreeSet<>(system.specification().instances().keySet())) {
                add(digest, name + " " + system.addressOf(name));
                add(digest, text(system.artifactOf(name)));
            }
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
        return Optional.of(new ProofKey(digest));
    }

    /** @return 64 hexadecimal digits */
    String of(Property property) {
        try {
            MessageDigest digest = (MessageDigest) common.clone();
            add(digest, CanonicalText.of(property));
            return HexFormat.of().formatHex(digest.digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Specification withProperties(Specification s, List<Property> properties) {
        return new Specification(
                "",
                s.fork(),
                s.contracts(),
                s.actors(),
                s.places(),
                s.startTime(),
                s.setup(),
                s.instances(),
                s.adversary(),
                s.flows(),
                properties,
                Map.of());
    }

    private static String text(Artifact artifact) {
        return CanonicalText.of(List.of(
                artifact.reference(),
                artifact.model(),
                artifact.unnamed(),
                artifact.creation().bytes(),
                artifact.runtime().bytes(),
                artifact.runtime().immutables(),
                SourcePlaces.of(artifact).names()));
    }

    private static Optional<byte[]> build() {
        MessageDigest digest = sha256();
        for (Class<?> type : MODULES) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            try {
                Path place = source == null
                        ? Path.of("")
                        : Path.of(source.getLocation().toURI());
                if (!Files.isRegularFile(place)) {
                    return Optional.empty();
                }
                digest.update(sha256().digest(Files.readAllBytes(place)));
            } catch (IOException | URISyntaxException e) {
                return Optional.empty();
            }
        }
        return Optional.of(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
