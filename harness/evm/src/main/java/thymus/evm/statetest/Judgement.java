package thymus.evm.statetest;

/** How a test went. */
sealed interface Judgement {
    record Passed() implements Judgement {}

    record Failed(String why) implements Judgement {}

    /** @param why the same words for all of a kind, so that they can be counted */
    record Skipped(String why) implements Judgement {}
}
