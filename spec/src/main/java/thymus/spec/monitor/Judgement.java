package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;

/** A monitor's judgement of one settled transaction. */
public sealed interface Judgement {
    /**
     * The property held each time it was judged.
     *
     * @param times the number of judgements: matches of a rule's trigger, or windows of a limit; 0 for an implication
     *     whose left side is false
     * @param slack the least distance to a violation, in the units of the comparison, at least 1; empty if nothing is
     *     compared
     */
    record Held(int times, Optional<BigInteger> slack) implements Judgement {}

    /**
     * The property is violated.
     *
     * @param explanation the part that fails with the values of both sides, for a reader
     */
    record Violated(String explanation) implements Judgement {}

    /** The property does not apply to this transaction. */
    record NotTriggered() implements Judgement {}

    /**
     * The property has no truth value, for example because a view that it reads reverts. This is an error of the
     * property.
     */
    record Failed(String reason) implements Judgement {}

    /**
     * The judgement is unknown, because it depends on more than the fuzzer sees, such as on a {@code forall} over all
     * values of a large type.
     */
    record Undecided(String reason) implements Judgement {}
}
