package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thymus.harness.system.Step;
import thymus.solver.property.Explorer;
import thymus.solver.property.FrozenWindow;
import thymus.solver.property.Goal;
import thymus.solver.property.GoalReader;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.property.Windows;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.Z3;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Facts;
import thymus.solver.term.Terms;
import thymus.spec.tree.Property;

/**
 * Bounded model checking from the deployed state: all sequences of one transaction, then of two, and so on. The first
 * violation found is a shortest one.
 */
final class BoundedSearch {
    /** How many states are left to go on from, at most: what is beyond is not searched, and then no depth is claimed. */
    private static final int MOST_STATES = 40;

    private final SystemModel model;
    private final Terms terms;
    private final Explorer explorer;
    private final Z3 z3;
    private final StepReader steps;

    /**
     * @param counterexample a sequence that should break the property
     * @param completeDepth up to how many transactions nothing was left out
     */
    record Result(Optional<List<Step>> counterexample, int completeDepth) {}

    private record Node(SymbolicState state, List<BoolTerm> conditions, Facts facts, List<SymbolicTransaction> path) {}

    BoundedSearch(SystemModel model, Explorer explorer, Z3 z3, StepReader steps) {
        this.model = model;
        this.terms = model.terms();
        this.explorer = explorer;
        this.z3 = z3;
        this.steps = steps;
    }

    Result search(Property property, SymbolicState deployed, int depth, BooleanSupplier stopped) {
        List<FrozenWindow> windows = Windows.freeze(property.condition());
        GoalReader reader = new GoalReader(model, windows);
        List<Node> frontier = List.of(new Node(deployed, List.of(), Facts.none(terms), List.of()));
        for (int length = 1; length <= depth; length++) {
            List<Node> next = new ArrayList<>();
            boolean complete = true;
            for (Node node : frontier) {
                if (stopped.getAsBoolean()) {
                    return new Result(Optional.empty(), length - 1);
                }
                Optional<List<Step>> found = expand(property, reader, node, length, length < depth, next);
                if (found.isPresent()) {
                    return new Result(found, length - 1);
                }
            }
            if (next.size() > MOST_STATES) {
                next = next.subList(0, MOST_STATES);
                complete = false;
            }
            if (!complete && length < depth) {
                return deeper(property, reader, next, length, stopped);
            }
            frontier = next;
        }
        return new Result(Optional.empty(), depth);
    }

    /** Goes on from some of the states only: candidates may still be found, but no depth is complete any more. */
    private Result deeper(
            Property property, GoalReader reader, List<Node> some, int length, BooleanSupplier stopped) {
        for (Node node : some) {
            if (stopped.getAsBoolean()) {
                break;
            }
            Optional<List<Step>> found = expand(property, reader, node, length + 1, false, new ArrayList<>());
            if (found.isPresent()) {
                return new Result(found, length);
            }
        }
        return new Result(Optional.empty(), length);
    }

    private Optional<List<Step>> expand(
            Property property, GoalReader reader, Node node, int length, boolean goOn, List<Node> next) {
        for (SymbolicTransaction transaction : explorer.explore("step" + length, node.state(), node.facts())) {
            List<BoolTerm> conditions = new ArrayList<>(node.conditions());
            conditions.addAll(explorer.contextFacts(
                    transaction.after().context(), transaction.before().context()));
            transaction.target().ifPresent(target -> conditions.addAll(explorer.callFacts(
                    target, transaction.call().selector(), transaction.after().context())));
            conditions.addAll(transaction.conditions());
            List<SymbolicTransaction> path = new ArrayList<>(node.path());
            path.add(transaction);
            for (Goal goal : reader.goals(property, transaction)) {
                List<BoolTerm> query = new ArrayList<>(conditions);
                query.addAll(goal.conditions());
                query.add(terms.not(goal.claim()));
                if (goal.claim() != terms.yes && z3.check(query) instanceof SmtResult.Satisfiable values) {
                    return Optional.of(steps.read(path, values));
                }
            }
            // A view changes nothing that a later transaction, later by as much, could not do without it.
            if (goOn && transaction.changesSomething() && isPossible(conditions)) {
                next.add(new Node(
                        reader.after(transaction), conditions, transaction.simplifier().facts(), path));
            }
        }
        return Optional.empty();
    }

    private boolean isPossible(List<BoolTerm> conditions) {
        return !(z3.check(conditions) instanceof SmtResult.Unsatisfiable);
    }
}
