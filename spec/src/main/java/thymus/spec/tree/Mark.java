package thymus.spec.tree;

import java.util.List;
import thymus.spec.contract.EventModel;
import thymus.spec.text.Span;

/** What {@code modulo} excepts from the comparison of two runs. */
public sealed interface Mark {
    Span span();

    /** What it reads: constants and the offender. */
    List<Expr> keys();

    /** A state variable, an element or a member of it, with all that it consists of. */
    record Variable(String contract, StoragePath path, Span span) implements Mark {
        @Override
        public List<Expr> keys() {
            return path.keys();
        }
    }

    /** The ether of an account. */
    record Ether(Expr account, Span span) implements Mark {
        @Override
        public List<Expr> keys() {
            return List.of(account);
        }
    }

    /** An event that the contract emits. */
    record Event(String contract, EventModel event, Span span) implements Mark {
        @Override
        public List<Expr> keys() {
            return List.of();
        }
    }
}
