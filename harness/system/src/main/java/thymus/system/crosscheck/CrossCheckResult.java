package thymus.system.crosscheck;

/** What an independent EVM says of a sequence. */
public sealed interface CrossCheckResult {
    /**
     * It did in every transaction what ours did.
     *
     * @param node such as {@code anvil 1.7.1 (revm)}
     */
    record Confirmed(String node) implements CrossCheckResult {}

    /** One of the two EVMs is wrong. */
    record Differs(String node, Difference difference) implements CrossCheckResult {}

    /**
     * It could not be asked, or its answer means nothing.
     *
     * @param reason a sentence for the user
     */
    record Silent(String reason) implements CrossCheckResult {}
}
