package thymus.fuzz.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.tree.Property;

/**
 * What became of the mutants.
 *
 * @param outcomes in the order of the mutants
 * @param properties that were asked
 * @param broken names of properties that the unchanged system breaks already, which were not asked
 */
public record MutationResult(List<Outcome> outcomes, List<Property> properties, List<String> broken) {
    public MutationResult {
        outcomes = List.copyOf(outcomes);
        properties = List.copyOf(properties);
        broken = List.copyOf(broken);
    }

    /** @param killer the property that was broken by the change first; empty if the mutant survived */
    public record Outcome(Mutant mutant, Optional<String> killer) {}

    public long killed() {
        return outcomes.stream().filter(o -> o.killer().isPresent()).count();
    }

    public List<Mutant> survivors() {
        return outcomes.stream()
                .filter(o -> o.killer().isEmpty())
                .map(Outcome::mutant)
                .toList();
    }

    /** How many mutants each property killed first, in the order of the file. */
    public Map<String, Long> kills() {
        Map<String, Long> kills = new LinkedHashMap<>();
        properties.forEach(p -> kills.put(
                p.name(),
                outcomes.stream()
                        .filter(o -> o.killer().filter(p.name()::equals).isPresent())
                        .count()));
        return kills;
    }

    /**
     * The mutation score: the share of mutants that were killed, in percent, rounded down to a tenth; 100 without
     * any.
     */
    public double score() {
        return outcomes.isEmpty() ? 100 : Math.floor(killed() * 1000.0 / outcomes.size()) / 10;
    }
}
