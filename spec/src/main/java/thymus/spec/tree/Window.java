package thymus.spec.tree;

import java.util.Optional;

/** Which past transactions an aggregate covers. */
public sealed interface Window {
    /** In seconds; empty: without end. */
    Optional<Expr> length();

    /** Those with time in (now - seconds, now]. */
    record Last(Expr seconds) implements Window {
        @Override
        public Optional<Expr> length() {
            return Optional.of(seconds);
        }
    }

    /** All since setup. */
    record Ever() implements Window {
        @Override
        public Optional<Expr> length() {
            return Optional.empty();
        }
    }
}
