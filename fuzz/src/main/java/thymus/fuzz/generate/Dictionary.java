package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers worth trying. Immutable.
 *
 * @param constants from bytecode, immutables and the specification
 * @param durations those of them that may be spans of time, in seconds, the windows of the specification first
 * @param learned seen in storage, logs and return data, oldest first
 */
public record Dictionary(List<BigInteger> constants, List<Long> durations, List<BigInteger> learned) {
    private static final int MOST_LEARNED = 512;

    public Dictionary {
        constants = List.copyOf(constants);
        durations = List.copyOf(durations);
        learned = List.copyOf(learned);
    }

    /** This one and the values, of which the oldest are forgotten when there are too many. */
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
