package thymus.fuzz.generate;

import thymus.fuzz.CampaignOptions;
import thymus.fuzz.random.SplitRandom;

/**
 * The schedule of comparison traces, which are trial runs of a call or watched sequences. Early traces almost always
 * show something new. Later ones seldom do, and each costs as much as several transactions.
 *
 * @param rarity one in this many of the cases of {@link #CLOSE} is traced; at least 1
 */
public record TracingSchedule(long rarity) {
    public static final TracingSchedule CLOSE = new TracingSchedule(1);

    /** The number of sequences of the usual length; longer sequences count as several. */
    private static final long CLOSE_SEQUENCES = 2_048;

    private static final long LOOSE = 64;
    private static final long RAREST = 512;
    private static final long OFTENER = 8;

    /**
     * The schedule for a sequence by its number, which is independent of the worker. After the first sequences, each
     * doubling of the campaign gets the same number of traces, until their cost is negligible.
     *
     * @param longest the maximum length of the campaign's sequences, in transactions
     */
    public static TracingSchedule of(long sequence, int longest) {
        long usual = sequence * Math.max(1, longest / CampaignOptions.DEFAULT_SEQUENCE_LENGTH);
        return usual < CLOSE_SEQUENCES
                ? CLOSE
                : new TracingSchedule(Math.min(RAREST, LOOSE * (usual / CLOSE_SEQUENCES)));
    }

    /** Returns true in {@code numerator} of {@code denominator} cases, or more rarely. */
    public boolean chance(SplitRandom random, int numerator, int denominator) {
        return random.chance(numerator, (int) (denominator * rarity));
    }

    /** As {@link #chance}, for steps that are worth more: those of known sequences, and those that mostly fail. */
    boolean chanceOfKnown(SplitRandom random, int numerator, int denominator) {
        return random.chance(numerator, (int) (denominator * Math.max(1, rarity / OFTENER)));
    }
}
