package thymus.system.crosscheck;

/** The result of a cross-check of a sequence on an independent EVM. */
public sealed interface CrossCheckResult {
    /**
     * The independent EVM agreed in every transaction.
     *
     * @param node such as {@code anvil 1.7.1 (revm)}
     */
    record Confirmed(String node) implements CrossCheckResult {}

    /** The EVMs differ, so one of them is wrong. */
    record Differs(String node, Difference difference) implements CrossCheckResult {}

    /**
     * The independent EVM was not available, or its answer is not meaningful.
     *
     * @param reason a sentence for the user
     */
    record Silent(String reason) implements CrossCheckResult {}
}
