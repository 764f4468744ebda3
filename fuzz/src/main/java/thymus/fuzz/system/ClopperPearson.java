package thymus.fuzz.system;

/**
 * The one-sided bound of Clopper and Pearson (Biometrika 26, 1934) on a probability: the greatest one with which so few
 * successes among independent trials are no rarer than the confidence leaves open.
 */
final class ClopperPearson {
    /** Doublings of the precision: more than a double has digits. */
    private static final int ROUNDS = 60;

    private ClopperPearson() {}

    /**
     * The upper bound.
     *
     * @param successes at most {@code trials}
     * @param trials at least 1
     * @param confidence such as 0.95
     */
    static double upper(long successes, long trials, double confidence) {
        double open = 1 - confidence;
        if (successes >= trials) {
            return 1;
        }
        if (successes == 0) {
            return -Math.expm1(Math.log(open) / trials);
        }
        double low = (double) successes / trials;
        double high = 1;
        for (int i = 0; i < ROUNDS; i++) {
            double middle = (low + high) / 2;
            if (atMost(successes, trials, middle) > open) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The probability of at most so many successes, by the terms of the binomial distribution. */
    static double atMost(long successes, long trials, double probability) {
        double logOdds = Math.log(probability) - Math.log1p(-probability);
        double logTerm = trials * Math.log1p(-probability);
        double sum = Math.exp(logTerm);
        for (long i = 0; i < successes; i++) {
            logTerm += Math.log((double) (trials - i) / (i + 1)) + logOdds;
            sum += Math.exp(logTerm);
        }
        return Math.min(1, sum);
    }
}
