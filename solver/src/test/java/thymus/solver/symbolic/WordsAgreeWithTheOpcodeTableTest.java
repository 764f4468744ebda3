package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.TermEvaluator;
import thymus.solver.term.Terms;

/** The symbolic reading of every pure opcode against the one that the interpreter runs. */
class WordsAgreeWithTheOpcodeTableTest {
    private static final BigInteger MAX = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    /** An operand: its value, how it is written as a term, and how much is known of it. */
    record Operand(BigInteger value, Form form, int bits) {}

    enum Form {
        CONSTANT,
        SYMBOL,
        BOUNDED_SYMBOL,
        FLAG,
        PACKED
    }

    @Provide
    Arbitrary<Operand> operands() {
        Arbitrary<BigInteger> powers = Arbitraries.integers()
                .between(0, 255)
                .flatMap(k ->
                        Arbitraries.of(-1, 0, 1).map(d -> BigInteger.TWO.pow(k).add(BigInteger.valueOf(d))));
        Arbitrary<BigInteger> values = Arbitraries.oneOf(
                Arbitraries.of(BigInteger.ZERO, BigInteger.ONE, MAX),
                powers,
                Arbitraries.integers().between(0, 300).map(BigInteger::valueOf),
                Arbitraries.bigIntegers().between(BigInteger.ZERO, MAX));
        return Combinators.combine(
                        values,
                        Arbitraries.of(Form.class),
                        Arbitraries.integers().between(1, 255))
                .as(Operand::new);
    }

    @Provide
    Arbitrary<Opcode> pureOpcodes() {
        return Arbitraries.of(java.util.Arrays.stream(Opcode.values())
                .filter(PureOperations::contains)
                .toList());
    }

    @Property(tries = 20_000)
    void sameValue(
            @ForAll("pureOpcodes") Opcode opcode,
            @ForAll("operands") Operand a,
            @ForAll("operands") Operand b,
            @ForAll("operands") Operand c) {
        Terms terms = new Terms();
        Map<String, BigInteger> symbols = new HashMap<>();
        Operand[] given = {a, b, c};
        IntTerm[] operands = new IntTerm[opcode.pops()];
        PathFacts facts = PathFacts.none(terms);
        for (int i = 0; i < operands.length; i++) {
            operands[i] = term(terms, given[i], "x" + i, symbols);
            if (given[i].form() == Form.BOUNDED_SYMBOL) {
                facts = facts.assume(terms.lessOrEqual(operands[i], terms.constant(given[i].value())));
            }
        }
        TermEvaluator evaluator = new TermEvaluator(symbols);
        Word[] words = new Word[operands.length];
        for (int i = 0; i < operands.length; i++) {
            words[i] = Word.of(evaluator.value(operands[i]));
        }
        BigInteger expected = opcode.operation().orElseThrow().apply(words).toBigInteger();
        IntTerm result = PureOperations.apply(opcode, new WordArithmetic(new Simplifier(terms, facts)), operands, terms)
                .orElseThrow();
        assertTrue(result.range().contains(expected), () -> opcode + " is outside its range");
        assertTrue(new Simplifier(terms, PathFacts.none(terms))
                .simplify(result)
                .range()
                .contains(expected));
        if (TermEvaluator.isKnown(result)) {
            assertEquals(expected, evaluator.value(result), () -> opcode + " of " + java.util.List.of(words));
        }
    }

    private static IntTerm term(Terms terms, Operand operand, String name, Map<String, BigInteger> symbols) {
        return switch (operand.form()) {
            case CONSTANT -> terms.constant(operand.value());
            case SYMBOL, BOUNDED_SYMBOL -> {
                symbols.put(name, operand.value());
                yield terms.symbol(name, WordArithmetic.WORD);
            }
            case FLAG -> {
                symbols.put(name, operand.value());
                yield terms.choose(
                        terms.less(
                                terms.symbol(name, WordArithmetic.WORD),
                                terms.constant(BigInteger.TWO.pow(operand.bits()))),
                        terms.one,
                        terms.zero);
            }
            case PACKED -> {
                BigInteger unit = BigInteger.TWO.pow(operand.bits());
                symbols.put(name + "low", operand.value().mod(unit));
                symbols.put(name + "high", operand.value().divide(unit));
                yield terms.add(
                        terms.symbol(name + "low", Interval.unsigned(operand.bits())),
                        terms.scale(terms.symbol(name + "high", Interval.unsigned(256 - operand.bits())), unit));
            }
        };
    }
}
