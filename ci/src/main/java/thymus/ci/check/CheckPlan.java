package thymus.ci.check;

import java.time.Duration;
import java.util.List;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.Judging;
import thymus.spec.tree.Property;

/**
 * The properties to check, and for how long.
 *
 * @param file as the user named it
 * @param budget the whole check ends at about this time
 * @param transactions that the fuzzer runs at most
 * @param provers how many proofs run at a time; 0: none is tried, and what the fuzzer does not break is tested
 * @param sequenceLength transactions in a sequence of the fuzzer at most
 * @param judging when the fuzzer judges properties
 */
public record CheckPlan(
        String file,
        List<Property> properties,
        long seed,
        Duration budget,
        long transactions,
        int provers,
        int sequenceLength,
        Judging judging) {
    /**
     * The fuzzer's first transactions. They are run even if all is proved before, so that every proof is held against
     * the bytecode's own behaviour, and a prover's candidate waits for them, so that which of the two sequences is
     * reported does not depend on the speed of the machine.
     */
    public static final long SCREENING = 10_000;

    private static final Duration MOMENT = Duration.ofSeconds(1);

    public CheckPlan {
        properties = List.copyOf(properties);
    }

    /** With sequences of the usual length, and every property judged after every transaction. */
    public CheckPlan(
            String file, List<Property> properties, long seed, Duration budget, long transactions, int provers) {
        this(
                file,
                properties,
                seed,
                budget,
                transactions,
                provers,
                CampaignOptions.DEFAULT_SEQUENCE_LENGTH,
                Judging.EVERY);
    }

    /**
     * With the rest of the budget, a moment at least.
     *
     * @param spent of it before the check begins
     */
    public CheckPlan after(Duration spent) {
        Duration left = budget.minus(spent);
        return new CheckPlan(
                file,
                properties,
                seed,
                left.compareTo(MOMENT) < 0 ? MOMENT : left,
                transactions,
                provers,
                sequenceLength,
                judging);
    }

    /** One core is left to the fuzzer. */
    public static int proversOnThisMachine() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
