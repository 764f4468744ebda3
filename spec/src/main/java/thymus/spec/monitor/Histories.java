package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;

/** The past of the flows that a property speaks of. */
final class Histories {
    /** By name, which a file gives once: flows are large trees to compare. */
    private final Map<String, FlowHistory> histories = new LinkedHashMap<>();

    private final List<FlowHistory> all;
    private final Map<Expr.Windowed, FlowHistory> byExpression = new IdentityHashMap<>();
    private final PastValues past;
    private int settled;

    Histories(List<Expr> exprs) {
        exprs.stream()
                .flatMap(Walk::all)
                .filter(Expr.Windowed.class::isInstance)
                .map(e -> ((Expr.Windowed) e).flow())
                .distinct()
                .forEach(flow -> histories.put(flow.name(), new FlowHistory(flow)));
        all = List.copyOf(histories.values());
        past = PastValues.of(exprs, this);
    }

    /** Forgets everything: setup led to this state. */
    void start(Scope<BigInteger, Boolean> initial) {
        rollback(0);
        past.start(initial);
    }

    int settled() {
        return settled;
    }

    /**
     * Adds what a transaction carries.
     *
     * @return how many occurrences of any of the flows it has
     * @throws UndefinedValue if a part of an occurrence does not exist; all flows have settled nevertheless
     */
    int settle(Transition<BigInteger, Boolean> transition) {
        settled++;
        int occurrences = 0;
        Optional<UndefinedValue> undefined = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            try {
                occurrences += all.get(i).settle(transition);
            } catch (UndefinedValue e) {
                undefined = Optional.of(e);
            }
        }
        past.settle(transition);
        if (undefined.isPresent()) {
            throw undefined.get();
        }
        return occurrences;
    }

    void rollback(int snapshot) {
        settled = snapshot;
        all.forEach(h -> h.rollback(snapshot));
        past.rollback(snapshot);
    }

    BigInteger aggregate(Expr.Windowed e, Optional<BigInteger> after, Optional<BigInteger> key, int asOf) {
        return of(e).aggregate(e, after, key, asOf);
    }

    BigInteger past(Expr.Past operator, Optional<BigInteger> seconds, Scope<BigInteger, Boolean> state, int asOf) {
        return past.value(operator, seconds, state, asOf);
    }

    private FlowHistory of(Expr.Windowed e) {
        FlowHistory known = byExpression.get(e);
        if (known == null) {
            known = histories.get(e.flow().name());
            byExpression.put(e, known);
        }
        return known;
    }

    boolean isDoubtful(Expr.Windowed e, int asOf) {
        return of(e).doubt().reaches(asOf);
    }

    /** Why it may be unknown at all what a transaction carries. */
    Optional<String> possibleDoubt() {
        return all.stream().flatMap(h -> h.doubt().reason().stream()).findFirst();
    }

    /** Why the last transaction may carry an occurrence that nobody can be sure of; empty if it does not. */
    Optional<String> doubt() {
        return all.stream().flatMap(h -> h.doubt().of(settled).stream()).findFirst();
    }

    /** How long before {@code now} the occurrences up to then were, and what {@code ago} may mean, each age once. */
    Set<BigInteger> ages(BigInteger now) {
        return Stream.concat(histories.values().stream().flatMap(h -> h.times().stream()), past.times())
                .map(now::subtract)
                .filter(age -> age.signum() >= 0)
                .collect(Collectors.toSet());
    }
}
