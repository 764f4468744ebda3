package thymus.ci.guard;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.tree.Expr;

/**
 * What the guard counts of a flow, in constant gas.
 *
 * <p>Each counts no less than the window carries, so that what it keeps below a bound, the window keeps too.
 */
sealed interface Accumulator {
    /** The state variable. */
    String name();

    /** What it counts, in the language of the file. */
    String meaning();

    Expr.Windowed counted();

    /** How a key is declared, where occurrences are kept apart. */
    Optional<String> key();

    /** The type of the state variable, or of the values of its mapping. */
    String type();

    /** The statement or expression that adds an amount; an expression has the new total. */
    String adding(String amount, Optional<String> at);

    /** What is counted now. */
    String total(Optional<String> at);

    /** One sentence on what it counts beyond the window; empty: nothing. */
    String precision();

    /** The variable, or the value of the mapping at a key. */
    default String place(Optional<String> at) {
        return name() + at.map(key -> "[" + key + "]").orElse("");
    }

    /**
     * A ring of buckets that turns by shifting: a window touches all of its slots at most.
     *
     * @param slot the length of a slot, in seconds or blocks
     */
    record Ring(
            String name,
            String meaning,
            Expr.Windowed counted,
            Optional<String> key,
            int buckets,
            BigInteger length,
            BigInteger slot)
            implements Accumulator {
        @Override
        public String type() {
            return "GuardRing" + buckets;
        }

        @Override
        public String adding(String amount, Optional<String> at) {
            return "_guardAdd" + buckets + "(" + place(at) + ", " + clock() + ", " + amount + ")";
        }

        @Override
        public String total(Optional<String> at) {
            return "_guardSum" + buckets + "(" + place(at) + ", " + clock() + ")";
        }

        @Override
        public String precision() {
            BigInteger covered = slot.multiply(BigInteger.valueOf(buckets));
            return covered.equals(length)
                    ? ""
                    : "It counts what its " + buckets + " slots of " + Value.literal(slot) + " " + unit()
                            + " carry, between "
                            + Value.literal(covered.subtract(slot).add(BigInteger.ONE)) + " and "
                            + Value.literal(covered) + " " + unit() + " back, where the window is "
                            + Value.literal(length) + ".";
        }

        private boolean isBlocks() {
            return counted.window().clock() == Expr.Context.Field.BLOCK;
        }

        private String unit() {
            return isBlocks() ? "blocks" : "seconds";
        }

        private String clock() {
            String now = isBlocks() ? "block.number" : "block.timestamp";
            return slot.equals(BigInteger.ONE) ? now : now + " / " + Value.literal(slot);
        }
    }

    /** All that was ever counted. */
    record Ever(String name, String meaning, Expr.Windowed counted, Optional<String> key) implements Accumulator {
        @Override
        public String type() {
            return "uint256";
        }

        @Override
        public String adding(String amount, Optional<String> at) {
            return place(at) + " += " + amount;
        }

        @Override
        public String total(Optional<String> at) {
            return place(at);
        }

        @Override
        public String precision() {
            return "";
        }
    }

    /**
     * A bucket that fills with what a flow carries and drains at a rate: it overflows when some window, of whatever
     * length, carries more than its bound. That is exact.
     *
     * @param factor of each amount
     * @param rate what drains in a second
     */
    record Bucket(
            String name,
            String meaning,
            Expr.Windowed counted,
            Optional<String> key,
            BigInteger factor,
            BigInteger rate)
            implements Accumulator {
        @Override
        public String type() {
            return "GuardBucket";
        }

        @Override
        public String adding(String amount, Optional<String> at) {
            String scaled = factor.equals(BigInteger.ONE) ? amount : Value.literal(factor) + " * (" + amount + ")";
            return "_guardPour(" + place(at) + ", " + Value.literal(rate) + ", " + scaled + ")";
        }

        /** Right after it was filled; later it is lower. */
        @Override
        public String total(Optional<String> at) {
            return "uint256(" + place(at) + ".level)";
        }

        @Override
        public String precision() {
            return "";
        }
    }
}
