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

    Call by(String account) {
        return new Call(account, target, function, arguments, seconds, value);
    }

    static Call at(String target, String function, BigInteger... arguments) {
        return new Call("alice", target, function, List.of(arguments), 1, 0);
    }

    static Call of(String function, BigInteger... arguments) {
        return new Call("alice", "c", function, List.of(arguments), 1, 0);
    }
}
