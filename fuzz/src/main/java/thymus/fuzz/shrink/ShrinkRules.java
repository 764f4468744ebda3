package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.List;
import thymus.system.execution.Step;

/** The allowed content of a shrunk sequence, and which of its names are simpler. */
public interface ShrinkRules {
    /** Returns whether the adversary may send these steps: their senders, functions, clock advances and last time. */
    boolean allowed(List<Step> steps);

    /** The senders, simplest first. A step's sender is moved towards the head of this list. */
    List<String> senders();

    /** The senders that are attackers' contracts. All their steps enter the system as calls of a contract. */
    List<String> contracts();

    /** The addresses for arguments, simplest first. */
    List<BigInteger> addresses();

    BigInteger addressOf(String sender);

    /** The least number of seconds before a step. */
    long minimumAdvance();
}
