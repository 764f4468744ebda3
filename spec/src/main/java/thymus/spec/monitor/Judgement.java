package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;

/** What a monitor says of one settled transaction. */
public sealed interface Judgement {
    /**
     * The property was judged, and held each time.
     *
     * @param times how often it was judged: matches of a rule's trigger, windows of a limit; 0 of an implication whose
     *     left side is false
     * @param slack how near the nearest judgement came to a violation, in the units of its comparison; smaller is
     *     nearer, at least 1; empty where nothing is compared
     */
    record Held(int times, Optional<BigInteger> slack) implements Judgement {}

    /** The property is broken here.
     *
     * @param explanation the failing part with the values of both sides, for a reader
     */
    record Violated(String explanation) implements Judgement {}

    /** The property says nothing of this transaction. */
    record NotTriggered() implements Judgement {}

    /** The property has no truth value here, such as when a view it reads reverts: an error of the property. */
    record Failed(String reason) implements Judgement {}

    /**
     * Nobody can say here: it depends on more than the fuzzer sees, such as on a {@code forall} being true of every value of
     * a large type.
     */
    record Undecided(String reason) implements Judgement {}
}
