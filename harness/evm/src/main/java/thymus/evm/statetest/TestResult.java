package thymus.evm.statetest;

/** How a test went. */
sealed interface TestResult {
    record Passed() implements TestResult {}

    record Failed(String why) implements TestResult {}

    /** @param why the same words for all of a kind, so that they can be counted */
    record Skipped(String why) implements TestResult {}
}
