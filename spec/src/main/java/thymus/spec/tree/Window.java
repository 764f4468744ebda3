package thymus.spec.tree;

import java.util.Optional;

/** The past transactions that an aggregate covers. */
public sealed interface Window {
    /** The length in seconds; empty: unbounded. */
    Optional<Expr> length();

    /** The transactions with time in (now - seconds, now]. */
    record Last(Expr seconds) implements Window {
        @Override
        public Optional<Expr> length() {
            return Optional.of(seconds);
        }
    }

    /** All transactions since setup. */
    record Ever() implements Window {
        @Override
        public Optional<Expr> length() {
            return Optional.empty();
        }
    }
}
