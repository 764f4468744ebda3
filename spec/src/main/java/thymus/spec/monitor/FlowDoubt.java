package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Flow;

/**
 * Since when nobody can be sure of what a flow has carried: where whether something counts, or how much, depends on a {@code
 * forall} over values that nobody looks at.
 */
final class FlowDoubt {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Flow flow;
    private final Optional<String> reason;
    /** The first such transaction, and the last one. */
    private int first = NEVER;

    private int last = NEVER;

    FlowDoubt(Flow flow) {
        this.flow = flow;
        this.reason = Enumeration.doubt(flow);
    }

    /** Why there may be such transactions; empty if there is none ever. */
    Optional<String> reason() {
        return reason;
    }

    /**
     * Looks at what a transaction carries.
     *
     * @param transaction its number
     * @return whether that is known
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

    /** @param settled how many transactions had settled */
    boolean reaches(int settled) {
        return settled >= first;
    }

    /** Why it is not known what the transaction carries; empty if it is. */
    Optional<String> of(int transaction) {
        return transaction == last ? reason : Optional.empty();
    }

    void rollback(int settled) {
        first = first <= settled ? first : NEVER;
        last = NEVER;
    }
}
