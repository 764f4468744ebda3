package thymus.fuzz.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import thymus.contracts.artifact.SourcePlaces;
import thymus.evm.code.Bytecode;
import thymus.system.execution.DeployedSystem;

/** All mutants of a system's contracts. */
public final class Mutants {
    /** A range that is a whole definition belongs to code that the compiler adds, such as dispatch and getters. */
    private static final Pattern DEFINITION = Pattern.compile(
            "^(abstract contract|contract|library|interface|function|constructor|modifier|receive|fallback|event|error|"
                    + "mapping|struct|[A-Za-z0-9_\\[\\].]+ (public|internal|private|immutable|constant)\\b).*");

    /** The same change of the same line, which a compiler writes out several times, is tried as often as this. */
    private static final int MOST_ALIKE = 2;

    private Mutants() {}

    /**
     * The mutants in the order of the specification and the code.
     *
     * @param system after setup, which is left as it is
     * @param wanted names of deployed contracts; empty: all that setup deploys
     */
    public static List<Mutant> of(DeployedSystem system, Set<String> wanted) {
        Map<Bytecode, List<String>> instances = new LinkedHashMap<>();
        for (String name : system.specification().instances().keySet()) {
            boolean isOurs = system.specification().chains().relays().containsKey(name);
            if (!isOurs && (wanted.isEmpty() || wanted.contains(name))) {
                instances
                        .computeIfAbsent(system.chain().world().code(system.addressOf(name)), code -> new ArrayList<>())
                        .add(name);
            }
        }
        List<Mutant> mutants = new ArrayList<>();
        instances.forEach((code, names) -> mutants.addAll(of(system, code, names)));
        return List.copyOf(mutants);
    }

    private static List<Mutant> of(DeployedSystem system, Bytecode code, List<String> names) {
        String first = names.getFirst();
        SourcePlaces places = SourcePlaces.of(system.codeArtifactOf(first).orElseGet(() -> system.artifactOf(first)));
        boolean isKnown = places.text(0).isPresent();
        IntFunction<Optional<String>> sources = pc -> isKnown
                ? places.text(pc).filter(text -> !DEFINITION.matcher(text).matches())
                : Optional.of("? < + - * / % ** & |");
        Map<String, Integer> alike = new LinkedHashMap<>();
        Set<Bytecode> seen = new HashSet<>();
        List<Mutant> mutants = new ArrayList<>();
        for (MutationPoint point : MutationPoints.of(code, sources, places::isCall)) {
            String place =
                    places.at(point.pc(), List.of()).map(Object::toString).orElse(first + " at pc " + point.pc());
            if (alike.merge(place + point.operator(), 1, Integer::sum) <= MOST_ALIKE) {
                CodePatch.apply(code, point)
                        .filter(seen::add)
                        .ifPresent(patched -> mutants.add(new Mutant(
                                names,
                                point.pc(),
                                point.operator(),
                                place,
                                isKnown ? sources.apply(point.pc()).orElse("") : "",
                                patched)));
            }
        }
        return mutants;
    }
}
