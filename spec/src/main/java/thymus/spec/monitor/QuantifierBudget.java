package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Expr;

/**
 * Limits the number of evaluations of a quantifier's body, including nested ones: three bytes have 2^24 values. The
 * limit is a count, not a time, so that judgements are equal on every machine. For one thread.
 */
public final class QuantifierBudget {
    /** Two nested bytes: every value of the outer one, and every pair. */
    public static final int MOST = (1 << 16) + (1 << 8);

    private int depth;
    private int left;

    /** The limit was reached, and no evaluated value makes the quantifier false. */
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
     * Evaluates the body for each value until it is false.
     *
     * @throws UnknownValue if the values, over all enclosing quantifiers, exceed the limit
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
