package thymus.fuzz.generate;

import java.util.List;
import java.util.Optional;

/**
 * How likely each function and sender is to be drawn: what always reverts is tried less, never not at all. Immutable
 * but for the arrays, which nobody changes.
 */
public final class CallWeights {
    /** A call that reverts so many times as often as it succeeds is stubborn. */
    private static final int STUBBORN = 50;

    private static final double FLOOR = 0.05;

    private final double[] callables;
    private final double[][] senders;

    private CallWeights(double[] callables, double[][] senders) {
        this.callables = callables;
        this.senders = senders;
    }

    /**
     * @param counts of transactions so far
     * @param contracts how much of the usual weight attackers' contracts have as senders
     */
    public static CallWeights from(Universe universe, CallCounts counts, AttackerWeight contracts) {
        List<Callable> functions = universe.callables();
        double[] callables = new double[functions.size()];
        double[][] senders = new double[functions.size()][universe.senders().size()];
        for (Callable callable : functions) {
            int c = callable.index();
            for (int s = 0; s < universe.senders().size(); s++) {
                String sender = universe.senders().get(s);
                if (universe.allows(sender, callable)) {
                    double share = contracts.of(universe, sender);
                    senders[c][s] = share * rate(counts.ok(c, s), counts.reverted(c, s));
                    callables[c] = Math.max(callables[c], senders[c][s]);
                }
            }
        }
        return new CallWeights(callables, senders);
    }

    private static double rate(long ok, long reverted) {
        return Math.max(FLOOR, (ok + 1.0) / (ok + reverted + 2.0));
    }

    /** Every allowed call as likely as any other: what always reverted may succeed in a state nobody was in before. */
    public static CallWeights flat(Universe universe, AttackerWeight contracts) {
        return from(universe, new CallCounts(universe), contracts);
    }

    /**
     * Those calls alone that have hardly ever succeeded: what they wait for is a state that is rarely reached.
     *
     * @return empty if there is none
     */
    public static Optional<CallWeights> ofStubborn(Universe universe, CallCounts counts, AttackerWeight contracts) {
        double[] callables = new double[universe.callables().size()];
        boolean any = false;
        for (int c = 0; c < callables.length; c++) {
            boolean stubborn = counts.ok(c) * STUBBORN < counts.reverted(c);
            callables[c] = stubborn ? 1 : 0;
            any |= stubborn;
        }
        return any ? Optional.of(new CallWeights(callables, flat(universe, contracts).senders)) : Optional.empty();
    }

    double[] callables() {
        return callables;
    }

    double[] senders(Callable callable) {
        return senders[callable.index()];
    }
}
