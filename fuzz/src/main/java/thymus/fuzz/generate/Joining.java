package thymus.fuzz.generate;

import java.util.List;
import java.util.Optional;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;

/**
 * Decides which steps an attacker's contract makes in the transaction of the step before. For one sequence. If no
 * contract sends, nothing is decided and no chance is used up.
 */
final class Joining {
    private final SplitRandom random;
    private final List<String> contracts;
    /** If time must pass between two steps, every call is a transaction. */
    private final boolean mayJoin;

    private Optional<Step> last = Optional.empty();

    Joining(SplitRandom random, Universe universe) {
        this.random = random;
        this.contracts = universe.contracts();
        this.mayJoin = universe.joins() && universe.advance().minimum() == 0;
    }

    void drawn(Step step) {
        last = Optional.of(step);
    }

    /** The contract that makes the next call in the transaction of the last one, every other time that there is one. */
    Optional<String> goesOn() {
        return last.filter(step -> mayJoin && step.entry().isByContract())
                .map(Step::sender)
                .filter(contract -> random.chance(1, 2));
    }

    Entry entry(String sender) {
        return contracts.contains(sender) ? Entry.BY_CONTRACT : Entry.DIRECT;
    }

    /**
     * A step of another sequence, entered as it can be here.
     *
     * @param exact whether nothing is varied that need not be
     */
    Step placed(Step step, boolean exact) {
        if (!step.entry().isByContract() && !contracts.contains(step.sender())) {
            return step;
        }
        boolean joins = mayJoin
                && last.isPresent()
                && step.canContinue(last.get())
                && (step.sameTransaction() ? exact || random.chance(3, 4) : !exact && random.chance(1, 3));
        return joins ? Steps.after(step, 0, 0).entered(Entry.SAME_TRANSACTION) : step.entered(Entry.BY_CONTRACT);
    }
}
