package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Flow;

/**
 * The transactions since which a flow is uncertain, because an amount or a condition depends on a {@code forall} that
 * is not enumerated completely.
 */
final class FlowDoubt {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Flow flow;
    private final Optional<String> reason;
    /** The first uncertain transaction, and the last one. */
    private int first = NEVER;

    private int last = NEVER;

    FlowDoubt(Flow flow) {
        this.flow = flow;
        this.reason = Enumeration.doubt(flow);
    }

    /** Why a transaction may be uncertain; empty if none ever is. */
    Optional<String> reason() {
        return reason;
    }

    /**
     * Evaluates the occurrences of a transaction.
     *
     * @param transaction its number
     * @return whether they are certain
     */
    boolean isCertain(List<Scope<BigInteger, Boolean>> matches, int transaction) {
        if (reason.isEmpty() || matches.stream().map(KleeneScope::new).allMatch(this::isKnown)) {
            return true;
        }
        first = Math.min(first, transaction);
        last = transaction;
        return false;
    }

    private boolean isKnown(KleeneScope match) {
        Kleene counts =
                flow.trigger().where().map(w -> Evaluator.truth(w, match)).orElse(Kleene.TRUE);
        return switch (counts) {
            case FALSE -> true;
            case UNKNOWN -> false;
            case TRUE ->
                Evaluator.integer(flow.amount(), match).isPresent()
                        && flow.key()
                                .map(k -> Evaluator.integer(k, match).isPresent())
                                .orElse(true);
        };
    }

    /** @param settled the number of settled transactions */
    boolean reaches(int settled) {
        return settled >= first;
    }

    /** Why the transaction is uncertain; empty if it is certain. */
    Optional<String> of(int transaction) {
        return transaction == last ? reason : Optional.empty();
    }

    void rollback(int settled) {
        first = first <= settled ? first : NEVER;
        last = NEVER;
    }
}
