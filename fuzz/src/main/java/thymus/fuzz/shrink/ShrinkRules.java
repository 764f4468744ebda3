package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.List;
import thymus.system.execution.Step;

/** What a shrunk sequence may contain, and which of its names count as simpler. */
public interface ShrinkRules {
    /** Whether the adversary may send this: senders, functions, advances of the clock, end of time. */
    boolean allowed(List<Step> steps);

    /** Senders from the simplest on; a step is moved towards the head of this list. */
    List<String> senders();

    /** Those of the senders that are attackers' contracts: all their steps enter as calls of a contract do. */
    List<String> contracts();

    /** Addresses from the simplest on, for arguments. */
    List<BigInteger> addresses();

    BigInteger addressOf(String sender);

    /** The least number of seconds before a step. */
    long minimumAdvance();
}
