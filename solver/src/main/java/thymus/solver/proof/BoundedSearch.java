package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thymus.solver.property.Explorer;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.ProofObligation;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Terms;
import thymus.spec.tree.Property;
import thymus.system.execution.Scenario;

/**
 * Bounded model checking from the deployed state: all sequences of one transaction, then of two, and so on. The first
 * violation found is a shortest one. Only transactions that induction did not clear are looked at as the last one.
 */
final class BoundedSearch {
    /** How many states of one length are gone on from: what is beyond is not searched, and then no depth is claimed. */
    private static final int MOST_STATES = 600;

    private final SystemModel model;
    private final Terms terms;
    private final Explorer explorer;
    private final ArbitraryState arbitrary;
    private final SmtSolver solver;
    private final StepReader steps;

    /**
     * @param counterexample a sequence that should break the property
     * @param completeDepth up to how many transactions nothing was left out
     * @param triggered whether what the property speaks of can happen within that depth
     */
    record Result(Optional<Scenario> counterexample, int completeDepth, boolean triggered) {}

    BoundedSearch(SystemModel model, Explorer explorer, ArbitraryState arbitrary, SmtSolver solver, StepReader steps) {
        this.model = model;
        this.terms = model.terms();
        this.explorer = explorer;
        this.arbitrary = arbitrary;
        this.solver = solver;
        this.steps = steps;
    }

    /**
     * @param suspects transactions that may break the property, for all that is known
     * @param atOnce whether the property says something of the state after setup already
     */
    Result search(
            Property property,
            List<SymbolicTransaction> suspects,
            SymbolicState deployed,
            boolean atOnce,
            int depth,
            BooleanSupplier stopped) {
        Triggers triggers = new Triggers(terms, solver);
        if (atOnce) {
            triggers.happensAtOnce();
        }
        ObligationGenerator reader = ObligationGenerator.of(model, property);
        Unrolling unrolling = new Unrolling(model, explorer, arbitrary, reader);
        List<Unrolling.Node> frontier = List.of(unrolling.root(reader.begin(deployed)));
        boolean complete = true;
        int completeDepth = 0;
        for (int length = 1; length <= depth; length++) {
            for (Unrolling.Node node : frontier) {
                for (SymbolicTransaction suspect : suspects) {
                    if (stopped.getAsBoolean()) {
                        return result(Optional.empty(), completeDepth, triggers);
                    }
                    Finding finding = judge(property, reader, unrolling.follow(node, suspect), triggers);
                    if (finding.steps().isPresent()) {
                        return result(finding.steps(), completeDepth, triggers);
                    }
                    complete &= finding.decided();
                }
                lookAtTheOthers(property, reader, unrolling, node, suspects, triggers, stopped);
                if (stopped.getAsBoolean()) {
                    return result(Optional.empty(), completeDepth, triggers);
                }
            }
            completeDepth = complete ? length : completeDepth;
            List<Unrolling.Node> next = length < depth ? expand(unrolling, reader, frontier, stopped) : List.of();
            if (stopped.getAsBoolean()) {
                // What was not gone on from is not known to lead nowhere.
                return result(Optional.empty(), completeDepth, triggers);
            }
            complete &= next.size() <= MOST_STATES;
            frontier = next.subList(0, Math.min(MOST_STATES, next.size()));
        }
        return result(Optional.empty(), completeDepth, triggers);
    }

    private static Result result(Optional<Scenario> counterexample, int completeDepth, Triggers triggers) {
        return new Result(counterexample, completeDepth, triggers.seenWithin(completeDepth));
    }

    /** What cannot break the property may still be what it speaks of. */
    private void lookAtTheOthers(
            Property property,
            ObligationGenerator reader,
            Unrolling unrolling,
            Unrolling.Node node,
            List<SymbolicTransaction> suspects,
            Triggers triggers,
            BooleanSupplier stopped) {
        for (SymbolicTransaction transaction : arbitrary.transactions()) {
            if (triggers.seen() || stopped.getAsBoolean()) {
                return;
            }
            if (suspects.stream().noneMatch(suspect -> suspect == transaction)) {
                unrolling
                        .follow(node, transaction)
                        .ifPresent(reached -> triggers.look(
                                reached, reader.goals(property, reached.path().getLast())));
            }
        }
    }

    private record Finding(Optional<Scenario> steps, boolean decided) {
        static final Finding NOTHING = new Finding(Optional.empty(), true);
    }

    private Finding judge(
            Property property, ObligationGenerator reader, Optional<Unrolling.Node> reached, Triggers triggers) {
        if (reached.isEmpty()) {
            return Finding.NOTHING;
        }
        Unrolling.Node node = reached.get();
        boolean decided = true;
        List<ProofObligation> goals = reader.goals(property, node.path().getLast());
        triggers.look(node, goals);
        for (ProofObligation goal : goals) {
            if (goal.claim() == terms.yes) {
                continue;
            }
            List<BoolTerm> query = new ArrayList<>(node.conditions());
            query.addAll(goal.conditions());
            query.add(terms.not(goal.claim()));
            query.addAll(HashAxioms.of(query, terms));
            switch (Refinement.check(solver, query, terms)) {
                case SmtResult.Satisfiable values -> {
                    return new Finding(
                            Optional.of(new Scenario(
                                    model.parameters(values::value),
                                    model.witnesses(property, values::value),
                                    steps.read(node.path(), values))),
                            true);
                }
                case SmtResult.Undecided u -> decided = false;
                case SmtResult.Unsatisfiable u -> {}
            }
        }
        return new Finding(Optional.empty(), decided);
    }

    private List<Unrolling.Node> expand(
            Unrolling unrolling, ObligationGenerator reader, List<Unrolling.Node> nodes, BooleanSupplier stopped) {
        List<Unrolling.Node> next = new ArrayList<>();
        for (Unrolling.Node node : nodes) {
            for (SymbolicTransaction transaction : arbitrary.transactions()) {
                if (stopped.getAsBoolean() || next.size() > MOST_STATES) {
                    return next;
                }
                if (isWorthATransaction(transaction, reader)) {
                    unrolling
                            .follow(node, transaction)
                            .filter(reached -> !(solver.check(reached.conditions()) instanceof SmtResult.Unsatisfiable))
                            .ifPresent(next::add);
                }
            }
        }
        return next;
    }

    /**
     * What past operators note may differ with each state. A view changes nothing that a later transaction, later by as
     * much, could not do without it, if time may pass freely.
     */
    private boolean isWorthATransaction(SymbolicTransaction transaction, ObligationGenerator reader) {
        return !reader.memories().isEmpty()
                || transaction.changesSomething()
                || reader.windows().stream()
                        .anyMatch(w -> !transaction
                                .matches(w.window().flow().trigger(), model)
                                .isEmpty())
                || (transaction.attempted().isEmpty()
                        && model.specification().adversary().maximumAdvance().isPresent());
    }
}
