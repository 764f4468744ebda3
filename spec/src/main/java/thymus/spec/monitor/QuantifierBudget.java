package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Expr;

/**
 * Bounds how often the bodies of one quantifier, and of those inside it, are evaluated: three bytes are 2^24 values.
 * The bound is a count and no time, so that a judgement is the same on every machine. For one thread.
 */
public final class QuantifierBudget {
    /** Two bytes in full: every value of the outer one, and every pair. */
    public static final int MOST = (1 << 16) + (1 << 8);

    private int depth;
    private int left;

    /** There were more values than are looked at, and none of those that were makes the quantifier false. */
    static final class Exhausted extends UnknownValue {
        Exhausted(Expr.ForAll quantifier) {
            super("the quantifiers around and in \"forall "
                    + quantifier.variable().name() + "\" ask for more than "
                    + NumberText.prose(MOST) + " evaluations in one state, and the fuzzer makes no more; write fewer "
                    + "quantifiers inside each other, or let them go over listed values, as in \"forall "
                    + quantifier.variable().name() + " in {0, 1}\"");
        }
    }

    /**
     * The body for one value after another, until one makes it false.
     *
     * @throws UnknownValue if there are more values, over all quantifiers around this one, than are looked at
     */
    public boolean forAll(Expr.ForAll quantifier, List<BigInteger> domain, Function<BigInteger, Boolean> body) {
        if (depth == 0) {
            left = MOST;
        }
        depth++;
        try {
            for (BigInteger value : domain) {
                if (left == 0) {
                    throw new Exhausted(quantifier);
                }
                left--;
                if (!body.apply(value)) {
                    return false;
                }
            }
            return true;
        } finally {
            depth--;
        }
    }
}
