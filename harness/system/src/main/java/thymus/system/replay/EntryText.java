package thymus.system.replay;

import java.util.Optional;
import thymus.evm.json.JsonPlace;
import thymus.system.execution.Entry;

/** How a step enters the system, as replay files say it, and what is wrong with what they say. */
final class EntryText {
    private static final String CONTRACT = "contract";
    private static final String SAME = "same-transaction";

    private static final String FORCED = "forced-ether";

    private EntryText() {}

    static String of(Entry entry) {
        return switch (entry) {
            case BY_CONTRACT -> CONTRACT;
            case SAME_TRANSACTION -> SAME;
            case FORCED -> FORCED;
            case DIRECT -> throw new IllegalArgumentException("a file does not say that a step is as most are");
        };
    }

    /** @throws ReplayFileException if it is none */
    static Entry read(JsonPlace place) {
        return switch (place.text()) {
            case CONTRACT -> Entry.BY_CONTRACT;
            case SAME -> Entry.SAME_TRANSACTION;
            case FORCED -> Entry.FORCED;
            default ->
                throw place.error("expected \"" + CONTRACT + "\", \"" + SAME + "\" or \"" + FORCED
                        + "\"; leave it out where the sender sends the transaction itself");
        };
    }

    /** @throws ReplayFileException if the step cannot be in the transaction that it says it is in */
    static void require(JsonPlace place, RecordedStep step, Optional<RecordedStep> before) {
        if (step.gas().isPresent() && !step.entry().isByContract()) {
            throw place.require("gas")
                    .error("only a contract limits the gas of a call; write \"entry\": \"" + CONTRACT
                            + "\" too, or leave \"gas\" out");
        }
        boolean isCall = step.function().isPresent() || !step.data().equals("0x");
        if (step.entry() == Entry.FORCED && (isCall || step.callbacks().isPresent())) {
            throw place.require("entry")
                    .error("ether is forced into a contract without a call; write \"data\": \"0x\", no function and"
                            + " no callbacks, or leave \"entry\" out");
        }
        if (step.entry() != Entry.SAME_TRANSACTION) {
            return;
        }
        JsonPlace entry = place.require("entry");
        if (step.callbacks().isPresent()) {
            throw place.require("callbacks")
                    .error("the callbacks of a transaction stand at its first step; move them there");
        }
        if (before.isEmpty() || !before.get().entry().isByContract()) {
            throw entry.error(
                    before.isEmpty()
                            ? "there is no step before it whose transaction it could go on with; write \"" + CONTRACT
                                    + "\" to begin one"
                            : "the step before is a transaction by itself; write \"entry\": \"" + CONTRACT
                                    + "\" there too, or here to begin a transaction");
        }
        if (!before.get().sender().equals(step.sender())) {
            throw entry.error("one contract makes all calls of a transaction, but the step before has the sender "
                    + before.get().sender() + "; write \"" + CONTRACT + "\" to begin a transaction");
        }
        if (step.seconds() > 0 || step.blocks() > 0) {
            throw entry.error("no time passes within a transaction; write 0 seconds and 0 blocks, or \"" + CONTRACT
                    + "\" to begin a transaction");
        }
    }
}
