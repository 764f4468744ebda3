package thymus.fuzz.generate;

import thymus.fuzz.CampaignOptions;
import thymus.fuzz.random.SplitRandom;

/**
 * How often it is looked at what a contract compares: a call is tried out first, or a sequence is watched. At first nearly
 * every look shows something new; later it seldom does, and costs as much as several transactions.
 *
 * @param rarity in how many of the cases that {@link #CLOSE} would look at there is a look; at least 1
 */
public record TracingSchedule(long rarity) {
    public static final TracingSchedule CLOSE = new TracingSchedule(1);

    /** Of the usual length, or as many transactions in longer ones. */
    private static final long CLOSE_SEQUENCES = 2_048;

    private static final long LOOSE = 64;
    private static final long RAREST = 512;

    /**
     * By the place in the campaign, told by the sequence's number, which does not depend on who runs it. After the first ones
     * each doubling of the campaign is worth as many looks as the one before, until they are so rare that they cost nothing.
     *
     * @param longest of the campaign's sequences, in transactions
     */
    public static TracingSchedule of(long sequence, int longest) {
        long usual = sequence * Math.max(1, longest / CampaignOptions.DEFAULT_SEQUENCE_LENGTH);
        return usual < CLOSE_SEQUENCES
                ? CLOSE
                : new TracingSchedule(Math.min(RAREST, LOOSE * (usual / CLOSE_SEQUENCES)));
    }

    /** True in {@code numerator} of {@code denominator} cases, or more rarely. */
    public boolean chance(SplitRandom random, int numerator, int denominator) {
        return random.chance(numerator, (int) (denominator * rarity));
    }
}
