package thymus.fuzz.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import thymus.evm.code.Bytecode;
import thymus.fuzz.GoalSolver;
import thymus.fuzz.generate.Callable;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.ShrinkRules;
import thymus.system.execution.Step;

/**
 * Asks a {@link GoalSolver} for ways into blocks that the campaign has not reached, between batches. When it asks, and
 * from which sequence, depends on the number of transactions and not on a clock.
 */
final class GoalSearch {
    /** The transactions between two questions. A question costs about as much as these. */
    private static final long OFTEN = 1_500;

    private static final long SELDOM = 2_000_000;
    private static final int OPEN_STEPS = 6;
    /** Sets these random numbers apart from those of the campaign with the same seed: "goal" in ASCII. */
    private static final long STREAM = 0x676F616C;

    private final GoalSolver solver;
    private final BlockGoals blocks;
    private final Universe universe;
    private final ShrinkRules rules;
    private final StepIndex index;
    private final long seed;
    private final BaseSequences bases = new BaseSequences();
    private final GoalAttempts attempts;
    private final Deque<List<Step>> answers = new ArrayDeque<>();
    private long due;
    private long patience = OFTEN;
    private int questions;
    private boolean learned;

    GoalSearch(GoalSolver solver, Testbed testbed, long seed) {
        this.solver = solver;
        due = solver.begin();
        blocks = testbed.blocks();
        universe = testbed.universe();
        rules = testbed.rules();
        this.seed = seed;
        index = new StepIndex(universe);
        attempts = new GoalAttempts(blocks);
    }

    /**
     * A sequence reached what none did before.
     *
     * @param places of the features that it has
     */
    void learn(List<Step> steps, int[] places) {
        if (solver != GoalSolver.NONE) {
            learned = true;
            bases.add(new BaseSequences.Base(steps, places));
        }
    }

    /** The next answer to be run; each is given once. */
    Optional<List<Step>> next() {
        return Optional.ofNullable(answers.poll());
    }

    /**
     * Asks, if it is time to.
     *
     * @param latest the results of the last batch
     */
    void ask(Features covered, long transactions, List<SequenceResult> latest, BooleanSupplier expired) {
        if (solver == GoalSolver.NONE || transactions < due) {
            return;
        }
        due = transactions + OFTEN;
        Frontier frontier = new Frontier(covered, transactions, expired);
        List<BlockGoals.Side> open = frontier.sides();
        if (open.isEmpty()) {
            return;
        }
        Optional<BaseSequences.Base> picked = bases.pick(SplitRandom.of(seed ^ STREAM, questions++), open, latest);
        if (picked.isEmpty()) {
            return;
        }
        BaseSequences.Base base = picked.get();
        List<List<Step>> found = solver.solve(base.steps(), OPEN_STEPS, frontier).stream()
                .filter(rules::allowed)
                .toList();
        answers.addAll(found);
        attempts.count(base.beside(open), frontier.asked);
        patience = learned || !found.isEmpty() ? OFTEN : Math.min(SELDOM, patience + patience / 2);
        learned = false;
        due = transactions + patience;
    }

    /** What one question is about. */
    private final class Frontier implements GoalSolver.Goals {
        private final Features covered;
        private final int limit;
        private final BooleanSupplier expired;
        private final Set<Integer> asked = new HashSet<>();

        Frontier(Features covered, long transactions, BooleanSupplier expired) {
            this.covered = covered;
            this.expired = expired;
            limit = GoalAttempts.limit(transactions);
        }

        /** The blocks that are to be reached beside those that ran. */
        List<BlockGoals.Side> sides() {
            return blocks.sides().stream()
                    .filter(side -> covered.contains(side.from()) && isOpen(side.code(), side.pc()))
                    .toList();
        }

        private boolean isOpen(Bytecode code, int pc) {
            int feature = blocks.feature(code, pc);
            return !covered.contains(feature) && attempts.of(feature) < limit && !blocks.isDeadEnd(code, pc);
        }

        @Override
        public boolean isWanted(Bytecode code, int pc) {
            boolean open = isOpen(code, pc);
            if (open) {
                asked.add(blocks.feature(code, pc));
            }
            return open;
        }

        @Override
        public List<String> senders(Step step) {
            int place = index.callable(step);
            if (place < 0) {
                return List.of();
            }
            Callable callable = universe.callables().get(place);
            List<String> senders = new ArrayList<>();
            for (String sender : universe.senders()) {
                if (!universe.contracts().contains(sender) && universe.allows(sender, callable)) {
                    senders.add(sender);
                }
            }
            return senders;
        }

        @Override
        public boolean goesOn() {
            return !expired.getAsBoolean();
        }
    }
}
