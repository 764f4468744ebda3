package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.List;

/**
 * A transaction of the sequence that breaks a planted property.
 *
 * @param arguments one word each, as calldata has them
 */
record Call(String sender, String target, String function, List<BigInteger> arguments, long seconds, long value) {
    Call {
        arguments = List.copyOf(arguments);
    }

    static Call of(String function, BigInteger... arguments) {
        return new Call("alice", "c", function, List.of(arguments), 1, 0);
    }
}
