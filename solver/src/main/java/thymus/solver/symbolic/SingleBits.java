package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/**
 * Single bits of a word at positions that are not known, as bit maps use them. A bit is set, cleared or turned with a
 * power of two; every other bit is then what it was.
 */
final class SingleBits {
    private static final Interval POSITIONS = Interval.of(BigInteger.ZERO, BigInteger.valueOf(255));

    /** Two to the power of a position. */
    private static final UnknownFunction POWER = UnknownFunction.into(
            WordArithmetic.ABSTRACT + "pow2", Interval.of(BigInteger.ONE, BigInteger.TWO.pow(255)));

    /** The bit of a word at a position. */
    private static final UnknownFunction BIT = UnknownFunction.into(WordArithmetic.ABSTRACT + "bit", Interval.BIT);

    private static final int MOST_CONSTANT_BITS = 8;

    private final WordTerms on;
    private final Terms terms;

    SingleBits(WordTerms on) {
        this.on = on;
        this.terms = on.terms();
    }

    /** Two to the power of the position; empty if it may not be a position in a word. */
    Optional<IntTerm> power(IntTerm position) {
        return on.range(position).within(POSITIONS)
                ? Optional.of(terms.apply(POWER, List.of(position)))
                : Optional.empty();
    }

    /** The position whose power of two the word is. */
    Optional<IntTerm> position(IntTerm word) {
        return word instanceof IntTerm.Apply a && a.function().equals(POWER)
                ? Optional.of(a.arguments().getFirst())
                : Optional.empty();
    }

    /** The position that the word leaves out: all bits but one. */
    private Optional<IntTerm> leftOut(IntTerm word) {
        return position(terms.subtract(terms.constant(WordArithmetic.MODULUS.subtract(BigInteger.ONE)), word));
    }

    /** A change of one bit of a word. */
    private record Change(Kind kind, IntTerm word, IntTerm position) {
        private enum Kind {
            SET(AbstractOperation.OR),
            CLEAR(AbstractOperation.AND),
            FLIP(AbstractOperation.XOR);

            private final AbstractOperation operation;

            Kind(AbstractOperation operation) {
                this.operation = operation;
            }
        }
    }

    private Optional<Change> change(IntTerm term) {
        if (!(term instanceof IntTerm.Apply a) || a.arguments().size() != 2) {
            return Optional.empty();
        }
        for (Change.Kind kind : Change.Kind.values()) {
            if (a.function().equals(kind.operation.function())) {
                for (int i = 0; i < 2; i++) {
                    IntTerm side = a.arguments().get(i);
                    IntTerm other = a.arguments().get(1 - i);
                    Optional<IntTerm> position = kind == Change.Kind.CLEAR ? leftOut(side) : position(side);
                    if (position.isPresent()) {
                        return Optional.of(new Change(kind, other, position.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The condition that the word's bit is one. */
    BoolTerm isOne(IntTerm word, IntTerm position) {
        IntTerm known = on.known(word);
        if (known instanceof IntTerm.Choice c) {
            return on.simplifier()
                    .simplify(terms.or(
                            terms.and(c.condition(), isOne(c.then(), position)),
                            terms.and(terms.not(c.condition()), isOne(c.otherwise(), position))));
        }
        if (known instanceof IntTerm.Constant c
                && c.value().signum() >= 0
                && c.value().bitCount() <= MOST_CONSTANT_BITS) {
            List<BoolTerm> equal = new ArrayList<>();
            for (int bit = 0; bit < 256; bit++) {
                if (c.value().testBit(bit)) {
                    equal.add(terms.equal(position, terms.constant(bit)));
                }
            }
            return on.simplifier().simplify(terms.or(equal));
        }
        Optional<IntTerm> own = position(known);
        if (own.isPresent()) {
            return same(own.get(), position);
        }
        Optional<Change> change = change(known);
        if (change.isEmpty()) {
            return terms.equal(terms.apply(BIT, List.of(known, position)), terms.one);
        }
        BoolTerm before = isOne(change.get().word(), position);
        BoolTerm here = same(change.get().position(), position);
        return on.simplifier()
                .simplify(
                        switch (change.get().kind()) {
                            case SET -> terms.or(here, before);
                            case CLEAR -> terms.and(terms.not(here), before);
                            case FLIP ->
                                terms.or(terms.and(here, terms.not(before)), terms.and(terms.not(here), before));
                        });
    }

    private BoolTerm same(IntTerm a, IntTerm b) {
        return on.simplifier().simplify(terms.equal(a, b));
    }

    /** The position and the word of a bit that was shifted to the low end. */
    Optional<BoolTerm> lowBit(IntTerm shifted) {
        return shifted instanceof IntTerm.Apply a
                        && a.function().equals(AbstractOperation.SHR.function())
                        && on.range(a.arguments().getFirst()).within(POSITIONS)
                ? Optional.of(isOne(a.arguments().get(1), a.arguments().getFirst()))
                : Optional.empty();
    }
}
