package thymus.solver.proof;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import thymus.contracts.abi.Selector;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.SourcePlace;
import thymus.contracts.artifact.SourcePlaces;
import thymus.contracts.layout.CodeTexts;
import thymus.contracts.layout.NamedSlots;
import thymus.evm.code.Bytecode;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.DeployedSystem;

/** Names the places of instructions: by function, file and line where the artifact tells, else by their offset. */
final class CodePlaces {
    private final DeployedSystem system;
    private final Map<Artifact, SourcePlaces> known = new HashMap<>();
    /** Read where a contract has such a slot at all. */
    private Optional<NamedSlots> named = Optional.empty();

    CodePlaces(DeployedSystem system) {
        this.system = system;
    }

    /** As {@link thymus.solver.symbolic.KnownCode#place}. */
    String of(Bytecode code, int pc, OptionalInt selector, List<Integer> returns) {
        Optional<Artifact> artifact = artifact(code);
        Optional<FunctionModel> function = artifact.flatMap(a -> function(a, selector));
        Optional<SourcePlace> place =
                artifact.flatMap(a -> known.computeIfAbsent(a, SourcePlaces::of).at(pc, returns));
        return function.map(f -> "." + f.signature()).orElse("")
                + place.map(p -> (p.position().isPresent() ? " at " : " of ") + p + inner(p, function))
                        .orElse(" at pc " + pc);
    }

    /** Whether a slot is one that a standard or the sources of the instance, or of any other, give a name to. */
    boolean isNamed(BigInteger slot) {
        if (named.isEmpty()) {
            named = Optional.of(named());
        }
        return named.get().contains(slot);
    }

    private NamedSlots named() {
        Set<String> names = new TreeSet<>(
                SourcePlaces.namesBeside(Path.of(system.specification().file())));
        for (String instance : system.specification().instances().keySet()) {
            Stream.of(Optional.of(system.artifactOf(instance)), system.codeArtifactOf(instance))
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(artifact -> {
                        names.addAll(known.computeIfAbsent(artifact, SourcePlaces::of)
                                .names());
                        artifact.model().events().forEach(event -> names.add(event.signature()));
                        names.addAll(CodeTexts.of(artifact.creation().bytes()));
                        names.addAll(CodeTexts.of(artifact.runtime().bytes()));
                    });
        }
        return NamedSlots.of(names);
    }

    /** Names the function of the place unless it is the called one. */
    private static String inner(SourcePlace place, Optional<FunctionModel> called) {
        return place.function()
                .filter(name -> called.filter(f -> f.name().equals(name)).isEmpty())
                .map(name -> " (" + name + ")")
                .orElse("");
    }

    /** The code that runs may be another contract's than the storage: then the other one has the source. */
    private Optional<Artifact> artifact(Bytecode code) {
        return system.specification().instances().keySet().stream()
                .filter(name ->
                        system.chain().world().code(system.addressOf(name)).equals(code))
                .findFirst()
                .map(name -> system.codeArtifactOf(name).orElseGet(() -> system.artifactOf(name)));
    }

    private static Optional<FunctionModel> function(Artifact artifact, OptionalInt selector) {
        return artifact.model().functions().stream()
                .filter(f -> selector.isPresent() && Selector.of(f).value() == selector.getAsInt())
                .findFirst();
    }
}
