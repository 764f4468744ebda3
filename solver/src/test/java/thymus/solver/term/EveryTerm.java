package thymus.solver.term;

import java.util.Comparator;
import java.util.List;

/** All that was ever made in a table of terms, also by paths that threw it away: any path may come upon it again. */
public record EveryTerm(List<IntTerm> integers, List<BoolTerm> truths) {
    public static EveryTerm of(Terms terms) {
        return new EveryTerm(
                terms.interner.all().stream()
                        .filter(IntTerm.class::isInstance)
                        .map(IntTerm.class::cast)
                        .sorted(Comparator.comparingInt(IntTerm::id))
                        .toList(),
                terms.interner.all().stream()
                        .filter(BoolTerm.class::isInstance)
                        .map(BoolTerm.class::cast)
                        .sorted(Comparator.comparingInt(BoolTerm::id))
                        .toList());
    }
}
