package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/** Any call data in terms, and what its symbols are for known bytes. */
public final class CallInput {
    private static final int WORDS = 40;

    private CallInput() {}

    public static CallData arbitrary(Terms terms) {
        return new CallData.Arbitrary(
                terms.symbol("selector", Interval.unsigned(32)),
                i -> terms.symbol("argument" + i, WordArithmetic.WORD),
                UnknownFunction.into("data", WordArithmetic.WORD),
                terms.symbol("size", Interval.unsigned(32)),
                terms);
    }

    public static Map<String, BigInteger> symbols(byte[] data) {
        Map<String, BigInteger> symbols = new HashMap<>();
        byte[] padded = Arrays.copyOf(data, data.length + 4 + 32 * WORDS);
        symbols.put("selector", new BigInteger(1, Arrays.copyOf(padded, 4)));
        for (int i = 0; i < WORDS; i++) {
            symbols.put("argument" + i, new BigInteger(1, Arrays.copyOfRange(padded, 4 + 32 * i, 36 + 32 * i)));
        }
        symbols.put("size", BigInteger.valueOf(data.length));
        return symbols;
    }
}
