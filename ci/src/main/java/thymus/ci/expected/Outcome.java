package thymus.ci.expected;

/** How a verdict compares with the one that is expected. */
public enum Outcome {
    AS_EXPECTED("as expected"),
    /** Stronger than expected, such as a proof of what was only tested before. */
    BETTER("better"),
    /** Weaker than expected, or by a longer sequence; that may be for want of time. */
    MISSED("missed"),
    /** One of the two is wrong. */
    CONTRADICTED("contradicted");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
