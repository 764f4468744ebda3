package thymus.solver.concolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.solver.proof.Deployment;
import thymus.solver.property.SystemModel;
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
import thymus.system.execution.Step;

/**
 * One search, from the state after the steps that stay as they are. It executes the other steps on terms along their
 * record, and asks the solver at branches that lead to wanted blocks.
 */
final class ConcolicRun {
    private static final int MOST_QUERIES = 32;
    /** How often a machine may ask whether it goes on, which it does every few thousand instructions. */
    private static final int MOST_LOOKS = 64;

    private final DeployedSystem system;
    private final SmtSolver solver;
    private final List<Step> before;
    private final Goals goals;
    private final Terms terms = new Terms();
    private final Deployment deployment;
    private final SystemModel model;
    private final List<OpenStep> opened = new ArrayList<>();
    private final List<BoolTerm> conditions = new ArrayList<>();
    private final List<GoalGuide.Entrance> answered = new ArrayList<>();
    private final List<List<Step>> answers = new ArrayList<>();
    private int queries;
    private int looks;

    /** The work that one search may take is done. */
    static final class ExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param system after the steps before
     * @param before the steps that stay as they are
     */
    ConcolicRun(DeployedSystem system, SmtSolver solver, List<Step> before, Goals goals) {
        this.system = system;
        this.solver = solver;
        this.before = List.copyOf(before);
        this.goals = goals;
        deployment = new Deployment(system, terms);
        model = deployment.model(_ -> true);
    }

    /** @return sequences that should enter wanted blocks */
    List<List<Step>> follow(List<RecordedStep> recorded) {
        SymbolicWorld world = model.deployed().world();
        PathFacts facts = PathFacts.none(terms);
        IntTerm now = terms.constant(system.chain().timestamp());
        IntTerm number = terms.constant(system.chain().number());
        for (RecordedStep step : recorded) {
            OpenStep open = open(step.step());
            opened.add(open);
            now = terms.add(now, open.seconds());
            number = terms.add(number, terms.constant(step.step().blocks()));
            for (BoolTerm fact : entering(open, now)) {
                facts = facts.assume(fact);
                conditions.add(fact);
            }
            GoalGuide guide = new GoalGuide(step.branches(), goals);
            BlockSymbols block = new BlockSymbols(now, number, open.sender(), terms.constant(deployment.chainId()));
            List<PathOutcome> outcomes = explore(step.step(), open, block, world, facts, guide);
            Optional<PathOutcome> taken = outcomes.stream()
                    .filter(outcome -> outcome.ok() == step.ok()
                            && guide.entrances().stream().noneMatch(e -> e.leadsTo(outcome)))
                    .findFirst();
            ask(guide.entrances(), outcomes, taken.map(PathOutcome::conditions).orElse(List.of()));
            if (taken.isEmpty()) {
                break;
            }
            world = taken.get().world();
            facts = taken.get().facts();
            conditions.addAll(taken.get().conditions());
        }
        return answers;
    }

    /** What is true when the step begins. */
    private List<BoolTerm> entering(OpenStep open, IntTerm now) {
        List<BoolTerm> entering = new ArrayList<>(open.facts());
        model.specification().adversary().until().ifPresent(end -> entering.add(terms.less(now, terms.constant(end))));
        return entering;
    }

    private List<PathOutcome> explore(
            Step step, OpenStep open, BlockSymbols block, SymbolicWorld world, PathFacts facts, GoalGuide guide) {
        Machine machine = new Machine(terms, model.contracts(), block, _ -> goesOn(), guide);
        return machine.explore(new Machine.Start(
                        world,
                        model.emptyTransientWorld(),
                        facts,
                        address(step.target()),
                        open.sender(),
                        open.value(),
                        open.input(),
                        false))
                .outcomes();
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
            senders.put(sender, address(sender));
        }
        senders.putIfAbsent(step.sender(), address(step.sender()));
        Adversary adversary = model.specification().adversary();
        Interval advance =
                new Interval(Optional.of(adversary.minimumAdvance().max(BigInteger.ZERO)), adversary.maximumAdvance());
        return new OpenStep(
                opened.size(), step, step.call().model().orElseThrow(), system.callData(step), senders, advance, terms);
    }

    private BigInteger address(String name) {
        return system.accounts().resolve(name).word().toBigInteger();
    }

    /** @param taken the conditions of the recorded path of the last step */
    private void ask(List<GoalGuide.Entrance> entrances, List<PathOutcome> outcomes, List<BoolTerm> taken) {
        outcomes.stream().sorted(Comparator.comparing(outcome -> !outcome.ok())).forEach(outcome -> {
            List<GoalGuide.Entrance> reached =
                    entrances.stream().filter(e -> e.leadsTo(outcome)).toList();
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
