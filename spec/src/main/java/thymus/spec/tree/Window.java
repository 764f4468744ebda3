package thymus.spec.tree;

import java.util.Optional;

/** The past transactions that an aggregate covers. */
public sealed interface Window {
    /** The length in seconds, or in blocks; empty: unbounded. */
    Optional<Expr> length();

    /** The transactions with time in (now - seconds, now]. */
    record Last(Expr seconds) implements Window {
        @Override
        public Optional<Expr> length() {
            return Optional.of(seconds);
        }
    }

    /** The transactions in blocks with a number in (block.number - count, block.number]. */
    record Blocks(Expr count) implements Window {
        @Override
        public Optional<Expr> length() {
            return Optional.of(count);
        }
    }

    /** What the window is measured by: the clock of the step, or the number of its block. */
    default Expr.Context.Field clock() {
        return this instanceof Blocks ? Expr.Context.Field.BLOCK : Expr.Context.Field.TIMESTAMP;
    }

    /** All transactions since setup. */
    record Ever() implements Window {
        @Override
        public Optional<Expr> length() {
            return Optional.empty();
        }
    }
}
