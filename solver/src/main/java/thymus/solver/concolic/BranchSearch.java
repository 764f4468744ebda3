package thymus.solver.concolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.evm.HarnessException;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.proof.Deployment;
import thymus.solver.property.SystemModel;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.BlockSymbols;
import thymus.solver.symbolic.Machine;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Subterms;
import thymus.solver.term.Terms;
import thymus.spec.Adversary;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Searches around known sequences of one system for sequences that enter wanted blocks. The same calls get the same
 * answers on every machine. For one thread.
 */
public final class BranchSearch {
    /** In resource units; a path has few conditions once those that concern it are picked. */
    private static final int EFFORT = 1_000_000;

    private static final int MOST_QUERIES = 32;
    /** How often a machine may ask whether it goes on, which it does every few thousand instructions. */
    private static final int MOST_LOOKS = 64;

    private final DeployedSystem system;
    private final int afterSetup;
    private final SmtSolver solver = Solvers.standard().open(EFFORT);

    /** @param system after setup, which nobody else uses meanwhile */
    public BranchSearch(DeployedSystem system) {
        this.system = system;
        afterSetup = system.snapshot();
    }

    private static final class ExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Sequences that should enter wanted blocks, from the known one.
     *
     * @param open the number of steps at its end whose arguments, senders and times may change
     */
    public List<List<Step>> search(List<Step> steps, int open, Goals goals) {
        int first = steps.size();
        while (first > Math.max(0, steps.size() - open) && isPlain(steps.get(first - 1))) {
            first--;
        }
        system.rollback(afterSetup);
        try {
            for (Step step : steps.subList(0, first)) {
                system.execute(step);
            }
            int mark = system.snapshot();
            List<Known> known = record(steps.subList(first, steps.size()));
            system.rollback(mark);
            return new Search(List.copyOf(steps.subList(0, first)), goals).follow(known);
        } catch (HarnessException | UnsupportedConstructException | ExhaustedException notFollowed) {
            return List.of();
        }
    }

    private static boolean isPlain(Step step) {
        return step.entry() == Entry.DIRECT
                && step.callbacks().isEmpty()
                && step.call() instanceof StepCall.FunctionCall;
    }

    /**
     * A step with what it did.
     *
     * @param ok whether it succeeded
     */
    private record Known(Step step, boolean ok, RecordedBranches branches) {}

    private List<Known> record(List<Step> steps) {
        List<Known> known = new ArrayList<>();
        try {
            for (Step step : steps) {
                RecordedBranches branches = new RecordedBranches();
                system.watch(branches, Coverage.NONE);
                boolean ok = system.execute(step).receipt().ok();
                known.add(new Known(step, ok, branches));
            }
        } finally {
            system.watch(Tracer.NONE, Coverage.NONE);
        }
        return known;
    }

    /** One search, from the state after the steps that stay as they are. */
    private final class Search {
        private final List<Step> before;
        private final Goals goals;
        private final Terms terms = new Terms();
        private final Deployment deployment = new Deployment(system, terms);
        private final SystemModel model = deployment.model(_ -> true);
        private final List<OpenStep> opened = new ArrayList<>();
        private final List<BoolTerm> conditions = new ArrayList<>();
        private final List<GoalGuide.Entrance> answered = new ArrayList<>();
        private final List<List<Step>> answers = new ArrayList<>();
        private int queries;
        private int looks;

        Search(List<Step> before, Goals goals) {
            this.before = before;
            this.goals = goals;
        }

        List<List<Step>> follow(List<Known> known) {
            SymbolicWorld world = model.deployed().world();
            PathFacts facts = PathFacts.none(terms);
            IntTerm now = terms.constant(system.chain().timestamp());
            IntTerm number = terms.constant(system.chain().number());
            for (Known step : known) {
                OpenStep open = open(step.step());
                opened.add(open);
                now = terms.add(now, open.seconds());
                number = terms.add(number, terms.constant(step.step().blocks()));
                List<BoolTerm> entering = new ArrayList<>(open.facts());
                for (BigInteger end :
                        model.specification().adversary().until().stream().toList()) {
                    entering.add(terms.less(now, terms.constant(end)));
                }
                for (BoolTerm fact : entering) {
                    facts = facts.assume(fact);
                }
                conditions.addAll(entering);
                GoalGuide guide = new GoalGuide(step.branches(), goals);
                Machine machine = new Machine(
                        terms,
                        model.contracts(),
                        new BlockSymbols(now, number, open.sender(), terms.constant(deployment.chainId())),
                        _ -> goesOn(),
                        guide);
                List<PathOutcome> outcomes = machine.explore(new Machine.Start(
                                world,
                                model.emptyTransientWorld(),
                                facts,
                                address(step.step().target()),
                                open.sender(),
                                open.value(),
                                open.input(),
                                false))
                        .outcomes();
                Optional<PathOutcome> taken = outcomes.stream()
                        .filter(outcome -> outcome.ok() == step.ok()
                                && guide.entrances().stream().noneMatch(e -> e.leadsTo(outcome)))
                        .findFirst();
                ask(
                        guide.entrances(),
                        outcomes,
                        taken.map(PathOutcome::conditions).orElse(List.of()));
                if (taken.isEmpty()) {
                    break;
                }
                world = taken.get().world();
                facts = taken.get().facts();
                conditions.addAll(taken.get().conditions());
            }
            return answers;
        }

        private boolean goesOn() {
            if (++looks > MOST_LOOKS || !goals.goesOn()) {
                throw new ExhaustedException();
            }
            return true;
        }

        private OpenStep open(Step step) {
            Map<String, BigInteger> senders = new LinkedHashMap<>();
            for (String sender : goals.senders(step)) {
                Address address = system.accounts().resolve(sender);
                senders.put(sender, address.word().toBigInteger());
            }
            senders.putIfAbsent(
                    step.sender(),
                    system.accounts().resolve(step.sender()).word().toBigInteger());
            Adversary adversary = model.specification().adversary();
            Interval advance = new Interval(
                    Optional.of(adversary.minimumAdvance().max(BigInteger.ZERO)), adversary.maximumAdvance());
            return new OpenStep(
                    opened.size(),
                    step,
                    step.call().model().orElseThrow(),
                    system.callData(step),
                    senders,
                    advance,
                    terms);
        }

        private BigInteger address(String name) {
            return system.accounts().resolve(name).word().toBigInteger();
        }

        /** @param taken the conditions of the recorded path of the last step */
        private void ask(List<GoalGuide.Entrance> entrances, List<PathOutcome> outcomes, List<BoolTerm> taken) {
            outcomes.stream()
                    .sorted(Comparator.comparing(outcome -> !outcome.ok()))
                    .forEach(outcome -> {
                        List<GoalGuide.Entrance> reached = entrances.stream()
                                .filter(e -> e.leadsTo(outcome))
                                .toList();
                        reach(reached, outcome.conditions(), taken);
                    });
            // Those whose paths were not followed to an end.
            entrances.forEach(entrance -> reach(List.of(entrance), entrance.conditions(), taken));
        }

        private void reach(List<GoalGuide.Entrance> reached, List<BoolTerm> path, List<BoolTerm> taken) {
            if (reached.stream().allMatch(this::isAnswered) || !goals.goesOn() || queries++ >= MOST_QUERIES) {
                return;
            }
            int left = 0;
            while (left < Math.min(path.size(), taken.size()) && path.get(left) == taken.get(left)) {
                left++;
            }
            List<BoolTerm> all = new ArrayList<>(conditions);
            all.addAll(path.subList(0, left));
            List<BoolTerm> query = Slice.of(path.subList(left, path.size()), all);
            if (solver.check(query) instanceof SmtResult.Satisfiable values) {
                List<Step> steps = new ArrayList<>(before);
                Set<Integer> mentioned = Subterms.of(query);
                for (OpenStep open : opened) {
                    Optional<Step> step = open.read(values, mentioned);
                    if (step.isEmpty()) {
                        return;
                    }
                    steps.add(step.get());
                }
                answers.add(List.copyOf(steps));
                answered.addAll(reached);
            }
        }

        private boolean isAnswered(GoalGuide.Entrance entrance) {
            return answered.stream().anyMatch(entrance::isSameBlockAs);
        }
    }
}
