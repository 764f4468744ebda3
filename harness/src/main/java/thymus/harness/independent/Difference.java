package thymus.harness.independent;

/**
 * The first thing in which two EVMs differ.
 *
 * @param where the transaction, such as {@code step 2}
 * @param what such as {@code the status}
 * @param here what our EVM says
 * @param there what the independent one says
 */
public record Difference(String where, String what, String here, String there) {
    @Override
    public String toString() {
        return where + ": " + what + " is " + here + " here and " + there + " there";
    }
}
