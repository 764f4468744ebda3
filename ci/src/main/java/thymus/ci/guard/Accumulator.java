package thymus.ci.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Window;

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

    /**
     * The statement or expression that adds an amount; an expression has the new total.
     *
     * @param amount binds as tightly as a factor
     */
    String adding(String amount, Optional<String> at);

    /** What is counted now. */
    String total(Optional<String> at);

    /** One sentence on what it counts beyond the window; empty: nothing. */
    String precision();

    /**
     * What a proof needs to know of it, as lemmas of the file.
     *
     * @param at the variable as a file reads it
     */
    List<String> lemmas(String at);

    /** What a window of any length W carries, of each key u or of all. */
    default String ofAnyLength(boolean ofEach) {
        Span span = counted().span();
        Expr length = new Expr.Local(new Variable("W", Type.INTEGER, 0), span);
        Expr key = new Expr.Local(new Variable("u", Type.ADDRESS, 1), span);
        return Printer.print(new Expr.Windowed(
                counted().aggregate(),
                counted().flow(),
                new Window.Last(length),
                ofEach ? Optional.of(key) : Optional.empty(),
                span));
    }

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
                            + " carry, the last "
                            + Value.literal(covered.subtract(slot).add(BigInteger.ONE)) + " to "
                            + Value.literal(covered) + " " + unit() + ", where the window is the last "
                            + Value.literal(length) + ".";
        }

        /** A window that begins with a slot carries what the buckets since then hold. */
        @Override
        public List<String> lemmas(String at) {
            if (isBlocks() || key.isPresent()) {
                return List.of();
            }
            String began = slot.equals(BigInteger.ONE) ? at + ".slot" : at + ".slot * " + Value.literal(slot);
            List<String> lemmas = new ArrayList<>();
            lemmas.add("lemma " + name + "Slot: " + began + " <= now;");
            StringBuilder held = new StringBuilder();
            for (int i = 0; i <= buckets; i++) {
                BigInteger back = slot.multiply(BigInteger.valueOf(i - 1L));
                String start = back.signum() == 0
                        ? began
                        : began + (back.signum() < 0 ? " + " : " - ") + Value.literal(back.abs());
                lemmas.add("lemma " + name + i + ": forall duration W: " + start + " <= now - W + 1 ==> "
                        + ofAnyLength(false) + " <= " + (held.isEmpty() ? "0" : held) + ";");
                held.append(held.isEmpty() ? "" : " + ").append(at).append(".b").append(i);
            }
            return lemmas;
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
        public List<String> lemmas(String at) {
            return List.of();
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
     * @param most the level that it never exceeds; empty: no constant
     */
    record Bucket(
            String name,
            String meaning,
            Expr.Windowed counted,
            Optional<String> key,
            BigInteger factor,
            BigInteger rate,
            Optional<BigInteger> most)
            implements Accumulator {
        @Override
        public String type() {
            return "GuardBucket";
        }

        @Override
        public String adding(String amount, Optional<String> at) {
            String scaled = factor.equals(BigInteger.ONE) ? amount : Value.literal(factor) + " * " + amount;
            return "_guardPour(" + place(at) + ", " + Value.literal(rate) + ", " + scaled + ")";
        }

        @Override
        public String total(Optional<String> at) {
            return "_guardLevel(" + place(at) + ", " + Value.literal(rate) + ")";
        }

        /** What came before the bucket was filled last came so long before that. */
        @Override
        public List<String> lemmas(String at) {
            String each = key.map(type -> "forall " + type + " u: ").orElse("");
            String bucket = at + key.map(type -> "[u]").orElse("");
            String sum = ofAnyLength(key.isPresent());
            String scaled = factor.equals(BigInteger.ONE) ? sum : Value.literal(factor) + " * " + sum;
            List<String> lemmas = new ArrayList<>();
            lemmas.add("lemma " + name + "Time: " + each + bucket + ".time <= now;");
            most.ifPresent(bound -> lemmas.add(
                    "lemma " + name + "Level: " + each + bucket + ".level <= " + Value.literal(bound) + ";"));
            lemmas.add("lemma " + name + "0: forall duration W: " + each + bucket + ".time <= now - W ==> " + sum
                    + " <= 0;");
            lemmas.add("lemma " + name + "1: forall duration W: " + each + bucket + ".time > now - W ==> " + scaled
                    + " <= " + bucket + ".level + " + Value.literal(rate) + " * (" + bucket
                    + ".time - (now - W) - 1);");
            return lemmas;
        }

        @Override
        public String precision() {
            return "";
        }
    }
}
