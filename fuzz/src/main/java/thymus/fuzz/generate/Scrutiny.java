package thymus.fuzz.generate;

import thymus.fuzz.random.SplitRandom;

/**
 * How often a call is tried out first, to see what the contract compares its arguments with. At first nearly every look shows
 * something new; later it seldom does, and costs as much as several transactions.
 */
public enum Scrutiny {
    CLOSE(1),
    LOOSE(64);

    /** Of the campaign's sequences, by which a place in it is told: their number does not depend on who runs them. */
    private static final long CLOSE_SEQUENCES = 2_048;

    private final int times;

    Scrutiny(int times) {
        this.times = times;
    }

    public static Scrutiny of(long sequence) {
        return sequence < CLOSE_SEQUENCES ? CLOSE : LOOSE;
    }

    /** True in {@code numerator} of {@code denominator} cases, or more rarely. */
    public boolean chance(SplitRandom random, int numerator, int denominator) {
        return random.chance(numerator, denominator * times);
    }
}
