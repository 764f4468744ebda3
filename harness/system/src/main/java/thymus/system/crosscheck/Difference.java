package thymus.system.crosscheck;

/**
 * The first difference between two EVMs.
 *
 * @param where the transaction, such as {@code step 2}
 * @param what the compared value, such as {@code the status}
 * @param here the value in our EVM
 * @param there the value in the independent EVM
 */
public record Difference(String where, String what, String here, String there) {
    private static final int LONGEST = 140;

    /** A difference with long values truncated. */
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
