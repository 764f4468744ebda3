package thymus.spec.tree;

import java.util.List;

/** What {@code elapsed(…)} waits for. */
public sealed interface Occasion {
    /** What it reads of settled states. */
    List<Expr> operands();

    /** The condition is true in a settled state and was not in the one before; after setup, it is true. */
    record Becoming(Expr condition) implements Occasion {
        @Override
        public List<Expr> operands() {
            return List.of(condition);
        }
    }

    /** Setup, or a transaction, whichever was last. */
    record Settling() implements Occasion {
        @Override
        public List<Expr> operands() {
            return List.of();
        }
    }

    /** A transaction that the trigger matches. */
    record Happening(Trigger trigger) implements Occasion {
        @Override
        public List<Expr> operands() {
            return List.of();
        }
    }
}
