package thymus.system.crosscheck;

/**
 * The first thing in which two EVMs differ.
 *
 * @param where the transaction, such as {@code step 2}
 * @param what such as {@code the status}
 * @param here what our EVM says
 * @param there what the independent one says
 */
public record Difference(String where, String what, String here, String there) {
    private static final int LONGEST = 140;

    /** With what is too long to be read cut off. */
    static Difference brief(String where, String what, String here, String there) {
        return new Difference(where, what, brief(here), brief(there));
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
    }

    @Override
    public String toString() {
        return where + ": " + what + " is " + here + " here and " + there + " there";
    }
}
