package thymus.evm.statetest;

/** The result of a test. */
sealed interface TestResult {
    record Passed() implements TestResult {}

    record Failed(String why) implements TestResult {}

    /** @param why the reason, in the same words for all tests of a kind, so that they can be counted */
    record Skipped(String why) implements TestResult {}
}
