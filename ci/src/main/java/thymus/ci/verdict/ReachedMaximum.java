package thymus.ci.verdict;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The largest value that the fuzzer reached of what a property maximizes: a lower bound that anyone can replay.
 *
 * @param left how much more the claim allows in that state; empty if none is made, or it is in other units
 * @param sequence that leads there; its explanation says the value
 * @param isExact whether it is proved, without a claim, that no sequence leads to more
 */
public record ReachedMaximum(
        BigInteger value, Optional<BigInteger> left, ConfirmedCounterexample sequence, boolean isExact) {
    public ReachedMaximum(BigInteger value, Optional<BigInteger> left, ConfirmedCounterexample sequence) {
        this(value, left, sequence, false);
    }

    /** The same, proved to be the largest of all. */
    public ReachedMaximum exact() {
        return new ReachedMaximum(value, left, sequence, true);
    }

    public ReachedMaximum with(ConfirmedCounterexample other) {
        return new ReachedMaximum(value, left, other, isExact);
    }
}
