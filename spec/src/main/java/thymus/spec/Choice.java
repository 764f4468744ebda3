package thymus.spec;

import java.math.BigInteger;
import java.util.List;
import thymus.spec.tree.Expr;

/** What an argument, or a payment, may be. */
public sealed interface Choice {
    /** What the fuzzer draws by itself. */
    record Usual() implements Choice {}

    /** The address of the account that makes the call. */
    record Sender() implements Choice {}

    /**
     * The value that calls of an action share under that name.
     *
     * @param of what the number that was drawn stands for here: itself, or one of a list
     */
    record Shared(String name, Drawn of) implements Choice {}

    /** What is drawn each time. */
    sealed interface Drawn extends Choice {}

    /** @param values constants, at least one */
    record OneOf(List<Expr> values) implements Drawn {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** A number from {@code least} to {@code greatest}. */
    record Between(BigInteger least, BigInteger greatest) implements Drawn {}
}
