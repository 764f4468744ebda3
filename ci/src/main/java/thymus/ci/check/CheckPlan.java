package thymus.ci.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import thymus.spec.Expectation;
import thymus.spec.tree.Property;

/**
 * The properties to check, and for how long.
 *
 * @param file as the user named it
 * @param budget the whole check ends at about this time
 * @param provers how many proofs run at a time; 0: none is tried, and what the fuzzer does not break is tested
 * @param expectations the verdicts that the file expects, by the names of properties
 */
public record CheckPlan(
        String file,
        List<Property> properties,
        long seed,
        Duration budget,
        int provers,
        FuzzPlan fuzzing,
        Map<String, Expectation> expectations) {
    /**
     * The fuzzer's first transactions. They are run even if all is proved before, so that every proof is held against
     * the bytecode's own behaviour, and a prover's candidate waits for them, so that which of the two sequences is
     * reported does not depend on the speed of the machine.
     */
    public static final long SCREENING = 10_000;

    /** The transactions that go on looking for a larger value of what is maximized after its bound is proved. */
    public static final long CLIMB = 200_000;

    /** Without proofs the prover has nothing else to do, and may be asked for goals early. */
    private static final long EARLY = 3_000;

    private static final Duration MOMENT = Duration.ofSeconds(1);

    public CheckPlan {
        properties = List.copyOf(properties);
        expectations = Map.copyOf(expectations);
    }

    /**
     * With no expectations, and fuzzing as {@link FuzzPlan#of} says.
     *
     * @param transactions that the fuzzer runs at most
     */
    public CheckPlan(
            String file, List<Property> properties, long seed, Duration budget, long transactions, int provers) {
        this(file, properties, seed, budget, provers, FuzzPlan.of(transactions), Map.of());
    }

    /**
     * With the rest of the budget, a moment at least.
     *
     * @param spent of it before the check begins
     */
    public CheckPlan after(Duration spent) {
        Duration left = budget.minus(spent);
        Duration rest = left.compareTo(MOMENT) < 0 ? MOMENT : left;
        return new CheckPlan(file, properties, seed, rest, provers, fuzzing, expectations);
    }

    /**
     * The transactions of a campaign before the prover is asked for goals. Where there are proofs, their verdicts come
     * first.
     */
    public long goalsBegin() {
        return provers == 0 ? EARLY : SCREENING;
    }

    /** One core is left to the fuzzer. */
    public static int proversOnThisMachine() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
