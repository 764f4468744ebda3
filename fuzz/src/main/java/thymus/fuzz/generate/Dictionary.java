package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The numbers worth trying. Immutable.
 *
 * @param constants the numbers in bytecode, immutables and the specification
 * @param durations the constants that may be durations, in seconds; windows of the specification come first
 * @param learned the numbers seen in storage, logs and return data, oldest first
 */
public record Dictionary(List<BigInteger> constants, List<Long> durations, List<BigInteger> learned) {
    private static final int MOST_LEARNED = 512;

    public Dictionary {
        constants = List.copyOf(constants);
        durations = List.copyOf(durations);
        learned = List.copyOf(learned);
    }

    /** This dictionary with the values added. The oldest values are dropped if there are too many. */
    public Dictionary learn(Collection<BigInteger> values) {
        if (learned.containsAll(values)) {
            return this;
        }
        Set<BigInteger> all = new LinkedHashSet<>(learned);
        all.addAll(values);
        List<BigInteger> ordered = List.copyOf(all);
        return new Dictionary(
                constants, durations, ordered.subList(Math.max(0, ordered.size() - MOST_LEARNED), ordered.size()));
    }
}
