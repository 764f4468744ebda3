package thymus.fuzz.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_BASES = 256;
    /** A block that was asked for so often in vain may be out of reach; later it is asked for again. */
    private static final int ATTEMPTS = 8;

    private static final int ATTEMPT_SHIFT = 14;
    /** A side that the state decides, whatever the arguments are, seldom turns in another state. */
    private static final int DECIDED = 3;

    private final GoalSolver solver;
    private final BlockGoals blocks;
    private final Universe universe;
    private final ShrinkRules rules;
    private final StepIndex index;
    private final long seed;
    /** Sequences that reached something new and were not asked about yet, the newest last. */
    private final Deque<Base> bases = new ArrayDeque<>();

    private final Deque<List<Step>> answers = new ArrayDeque<>();
    private final Map<Integer, Integer> attempts = new HashMap<>();
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
    }

    /**
     * A sequence reached what none did before.
     *
     * @param places of the features that it has
     */
    void learn(List<Step> steps, int[] places) {
        if (solver != GoalSolver.NONE) {
            learned = true;
            bases.addLast(new Base(steps, places));
            if (bases.size() > MOST_BASES) {
                bases.removeFirst();
            }
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
        Optional<Base> base = open.isEmpty() ? Optional.empty() : base(open, latest);
        if (base.isEmpty()) {
            return;
        }
        List<List<Step>> found = solver.solve(base.get().steps(), OPEN_STEPS, frontier).stream()
                .filter(rules::allowed)
                .toList();
        answers.addAll(found);
        open.stream()
                .filter(side -> base.get().runs(side))
                .map(side -> blocks.feature(side.code(), side.pc()))
                .distinct()
                .forEach(feature ->
                        attempts.merge(feature, frontier.asked.contains(feature) ? 1 : DECIDED, Integer::sum));
        patience = learned || !found.isEmpty() ? OFTEN : Math.min(SELDOM, patience + patience / 2);
        learned = false;
        due = transactions + patience;
    }

    /** Mostly what was new; else one of the last sequences, which may be in any state. It runs beside a goal. */
    private Optional<Base> base(List<BlockGoals.Side> open, List<SequenceResult> latest) {
        SplitRandom random = SplitRandom.of(seed ^ 0x676F616C, questions++);
        Optional<Base> fresh = random.chance(3, 4) ? newest(open) : Optional.empty();
        return fresh.or(() -> {
            List<SequenceResult> usable = latest.stream()
                    .filter(result -> isBeside(open, result.places()))
                    .toList();
            return usable.isEmpty() ? newest(open) : Optional.of(Base.of(random.pick(usable)));
        });
    }

    private Optional<Base> newest(List<BlockGoals.Side> open) {
        Optional<Base> found = Optional.empty();
        for (Iterator<Base> all = bases.descendingIterator(); found.isEmpty() && all.hasNext(); ) {
            Base base = all.next();
            if (isBeside(open, base.places())) {
                all.remove();
                found = Optional.of(base);
            }
        }
        return found;
    }

    private static boolean isBeside(List<BlockGoals.Side> open, int[] places) {
        Features ran = new Features();
        ran.addPlaces(places);
        return open.stream().anyMatch(side -> ran.contains(side.from()));
    }

    /** A sequence to be asked about, with the places of its features. */
    private record Base(List<Step> steps, int[] places) {
        static Base of(SequenceResult result) {
            return new Base(result.effective(result.steps().size()), result.places());
        }

        boolean runs(BlockGoals.Side side) {
            return isBeside(List.of(side), places);
        }
    }

    private final class Frontier implements GoalSolver.Goals {
        private final Features covered;
        private final int limit;
        private final BooleanSupplier expired;
        private final Set<Integer> asked = new HashSet<>();

        Frontier(Features covered, long transactions, BooleanSupplier expired) {
            this.covered = covered;
            this.expired = expired;
            limit = ATTEMPTS + (Long.SIZE - Long.numberOfLeadingZeros(transactions >>> ATTEMPT_SHIFT));
        }

        /** The blocks that are to be reached beside those that ran. */
        List<BlockGoals.Side> sides() {
            return blocks.sides().stream()
                    .filter(side -> covered.contains(side.from()) && isOpen(side.code(), side.pc()))
                    .toList();
        }

        private boolean isOpen(Bytecode code, int pc) {
            int feature = blocks.feature(code, pc);
            return !covered.contains(feature)
                    && attempts.getOrDefault(feature, 0) < limit
                    && !blocks.isDeadEnd(code, pc);
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
