package thymus.solver.term;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import thymus.harness.evm.Opcode;
import thymus.harness.evm.WordOperation;
import thymus.harness.word.Keccak;
import thymus.harness.word.Word;
import thymus.solver.symbolic.Words;

/** What the unknown functions of terms are taken to be. */
@FunctionalInterface
public interface UnknownFunctions {
    /** Some function of name and arguments, with values within the range. */
    UnknownFunctions ARBITRARY = (function, arguments, range) -> {
        BigInteger hash = Keccak.hash((function + arguments).getBytes(StandardCharsets.UTF_8)).toBigInteger();
        BigInteger low = range.low().orElse(range.high().orElse(BigInteger.ZERO).subtract(BigInteger.TWO.pow(200)));
        BigInteger high = range.high().orElse(low.add(BigInteger.TWO.pow(200)));
        return low.add(hash.mod(high.subtract(low).add(BigInteger.ONE)));
    };

    /** Operations left abstract are what the interpreter makes of them, whatever range was said: the range must hold. */
    UnknownFunctions OPERATIONS = (function, arguments, range) -> operation(function)
            .map(operation -> operation
                    .apply(arguments.stream().map(Word::of).toArray(Word[]::new))
                    .toBigInteger())
            .orElseGet(() -> ARBITRARY.value(function, arguments, range));

    BigInteger value(String function, List<BigInteger> arguments, Interval range);

    private static Optional<WordOperation> operation(String name) {
        for (Opcode opcode : Opcode.values()) {
            if ((Words.ABSTRACT + opcode.name()).equalsIgnoreCase(name)) {
                return opcode.operation();
            }
        }
        return Optional.empty();
    }
}
