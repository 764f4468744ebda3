package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Numbers;
import thymus.solver.term.PathFacts;
import thymus.solver.term.TermEvaluator;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunctions;

/** Words of the shapes that execution makes, with a value for each of their symbols. */
final class Operands {
    final Terms terms;
    final Map<String, BigInteger> values = new HashMap<>();
    private final Random random;
    private PathFacts facts;

    Operands(Terms terms, Random random) {
        this.terms = terms;
        this.random = random;
        this.facts = PathFacts.none(terms);
    }

    PathFacts facts() {
        return facts;
    }

    TermEvaluator evaluator() {
        return new TermEvaluator(name -> java.util.Optional.ofNullable(values.get(name)), UnknownFunctions.OPERATIONS);
    }

    BigInteger value(IntTerm term) {
        return evaluator().value(term);
    }

    private IntTerm symbol(String name, Interval range) {
        IntTerm symbol = terms.symbol(name, range);
        values.put(name, Numbers.between(symbol.range(), random));
        return symbol;
    }

    /** @param name unlike that of any other operand, but the same in another run for the same word */
    IntTerm word(String name, Random shape) {
        return switch (shape.nextInt(7)) {
            case 0 -> terms.constant(Numbers.word(shape));
            case 1, 2 -> symbol(name, WordArithmetic.WORD);
            case 3 -> symbol(name, range(shape));
            case 4, 5 -> packed(name, shape);
            default ->
                terms.choose(
                        terms.less(symbol(name + ".test", WordArithmetic.WORD), terms.constant(Numbers.word(shape))),
                        word(name + ".then", shape),
                        word(name + ".otherwise", shape));
        };
    }

    private static Interval range(Random shape) {
        BigInteger a = Numbers.word(shape);
        BigInteger b = Numbers.word(shape);
        return Interval.of(a.min(b), a.max(b));
    }

    private IntTerm packed(String name, Random shape) {
        IntTerm total = terms.zero;
        int offset = 8 * shape.nextInt(4);
        while (offset < 256) {
            int width = Math.min(256 - offset, 8 * (1 + shape.nextInt(24)));
            IntTerm field = symbol(name + "." + offset, Interval.unsigned(width));
            if (shape.nextInt(4) > 0) {
                total = terms.add(total, terms.scale(field, BigInteger.TWO.pow(offset)));
            }
            offset += width;
        }
        return total;
    }

    /** Adds something that is true of the values. */
    void learn(IntTerm a, IntTerm b) {
        BoolTerm claim = switch (random.nextInt(5)) {
            case 0 -> terms.less(a, b);
            case 1 -> terms.lessOrEqual(a, terms.constant(Numbers.word(random)));
            case 2 -> terms.equal(a, b);
            case 3 -> terms.lessOrEqual(a, terms.constant(value(a).add(BigInteger.valueOf(random.nextInt(20)))));
            default -> terms.less(terms.add(a, b), terms.constant(BigInteger.TWO.pow(256)));
        };
        facts = facts.assume(evaluator().truth(claim) ? claim : terms.not(claim));
    }
}
