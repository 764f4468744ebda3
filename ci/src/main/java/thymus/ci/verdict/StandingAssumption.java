package thymus.ci.verdict;

import java.util.Locale;

/**
 * The assumptions of every verdict, whatever the file says. These sentences are written here and nowhere else. An id is
 * part of the JSON report, so it never changes its meaning.
 */
public enum StandingAssumption {
    KECCAK("keccak-256 has no collisions, and its images lie far from small numbers, from 2^256 and from each other"),
    ARRAYS("no array in storage that elements are appended to comes to 2^64 elements"),
    GAS("running out of gas reverts a transaction, so safety proofs leave gas out; "
            + "`can` is judged with 16,777,216 gas"),
    STEP("a step is one entry into the system from outside; a contract of an attacker may make several entries in one"
            + " transaction, and each is a step: `prev` is the state before it, msg.sender and the like are its own"),
    BETWEEN_STEPS("properties are judged between steps; within one are only `within` and rules on call(…)"),
    SENDERS("address 0 and the addresses of precompiles (below 0x200) never send, and actors have no code, "
            + "delegated code (EIP-7702) neither"),
    RANGES("ether balances and msg.value stay below 2^128 wei, and the clock below 2^64 seconds "
            + "unless the file says less"),
    NUMBERS("numbers of the specification are mathematical integers: nothing overflows or wraps in a property");

    private final String sentence;

    StandingAssumption(String sentence) {
        this.sentence = sentence;
    }

    /** By which machines know it, such as {@code between-steps}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }
}
