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
 * @param names those of the constants that may be hashes or texts, such as names of roles
 */
public record Dictionary(
        List<BigInteger> constants, List<Long> durations, List<BigInteger> learned, List<BigInteger> names) {
    private static final int MOST_LEARNED = 512;
    private static final int NAME_BITS = 200;
    private static final int FEWEST_ONES = 4;

    public Dictionary {
        constants = List.copyOf(constants);
        durations = List.copyOf(durations);
        learned = List.copyOf(learned);
        names = List.copyOf(names);
    }

    public Dictionary(List<BigInteger> constants, List<Long> durations, List<BigInteger> learned) {
        this(
                constants,
                durations,
                learned,
                constants.stream().filter(Dictionary::isName).toList());
    }

    /** Whether the number, as a word, may be a hash or a text; masks are not. */
    static boolean isName(BigInteger number) {
        int ones = number.bitCount();
        boolean isMask = ones == number.bitLength() - Math.max(0, number.getLowestSetBit());
        return number.bitLength() > NAME_BITS && number.bitLength() <= 256 && ones >= FEWEST_ONES && !isMask;
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
                constants,
                durations,
                ordered.subList(Math.max(0, ordered.size() - MOST_LEARNED), ordered.size()),
                names);
    }
}
