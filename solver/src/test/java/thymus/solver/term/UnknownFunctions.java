package thymus.solver.term;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.WordOperation;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.solver.symbolic.WordArithmetic;

/** What the unknown functions of terms are taken to be. */
@FunctionalInterface
public interface UnknownFunctions {
    /** Some function of name and arguments, with values within the range. */
    UnknownFunctions ARBITRARY = (function, arguments, range) -> {
        BigInteger hash = Keccak.hash((function + arguments).getBytes(StandardCharsets.UTF_8))
                .toBigInteger();
        BigInteger low = range.low().orElse(range.high().orElse(BigInteger.ZERO).subtract(BigInteger.TWO.pow(200)));
        BigInteger high = range.high().orElse(low.add(BigInteger.TWO.pow(200)));
        return low.add(hash.mod(high.subtract(low).add(BigInteger.ONE)));
    };

    /** The word operations by the names that terms give them. */
    Map<String, WordOperation> BY_NAME = Arrays.stream(Opcode.values())
            .filter(opcode -> opcode.operation().isPresent())
            .collect(Collectors.toMap(
                    opcode -> WordArithmetic.ABSTRACT + opcode.name().toLowerCase(Locale.ROOT),
                    opcode -> opcode.operation().get()));

    /**
     * Operations left abstract are what the interpreter makes of them, whatever range was said: the range must hold.
     * What is a word on one path may be any number on others: there an operation is zero, which all ranges have to
     * allow.
     */
    UnknownFunctions OPERATIONS = (function, arguments, range) -> {
        if (function.equals(WordArithmetic.ABSTRACT + "pow2")) {
            // The position is one in a word, or the value does not count.
            return BigInteger.TWO.pow(
                    arguments.getFirst().mod(BigInteger.valueOf(256)).intValue());
        }
        if (function.equals(WordArithmetic.ABSTRACT + "bit")) {
            int position = arguments.get(1).mod(BigInteger.valueOf(256)).intValue();
            return arguments.getFirst().testBit(position) ? BigInteger.ONE : BigInteger.ZERO;
        }
        WordOperation operation = BY_NAME.get(function);
        if (operation == null) {
            return ARBITRARY.value(function, arguments, range);
        }
        return arguments.stream().allMatch(WordArithmetic.WORD::contains)
                ? operation
                        .apply(arguments.stream().map(Word::of).toArray(Word[]::new))
                        .toBigInteger()
                : BigInteger.ZERO;
    };

    BigInteger value(String function, List<BigInteger> arguments, Interval range);
}
