package thymus.solver.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.Interruption;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/**
 * One path of an arbitrary transaction, from one settled state to the next.
 *
 * @param target the called instance; empty for a transaction without effect, which failed or called another account
 * @param conditions the path condition
 * @param attempted the instance whose function the step calls, be it one that fails; empty: none of the system
 * @param failure what the step returns if it fails, where that was read
 * @param inside the moments within it; empty where nobody asks for them
 */
public record SymbolicTransaction(
        Optional<String> target,
        CallSymbols call,
        SymbolicState before,
        SymbolicState after,
        List<BoolTerm> conditions,
        Simplifier simplifier,
        List<SymbolicLog> logs,
        List<IntTerm> output,
        List<Interruption> interruptions,
        Optional<String> attempted,
        Optional<PathOutcome.Failure> failure,
        Optional<Inside> inside) {
    /** A transaction that calls no unknown code, and succeeds or calls nothing of the system. */
    public SymbolicTransaction(
            Optional<String> target,
            CallSymbols call,
            SymbolicState before,
            SymbolicState after,
            List<BoolTerm> conditions,
            Simplifier simplifier,
            List<SymbolicLog> logs,
            List<IntTerm> output) {
        this(
                target,
                call,
                before,
                after,
                conditions,
                simplifier,
                logs,
                output,
                List.of(),
                target,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with calls of unknown code. */
    private SymbolicTransaction interrupted(List<Interruption> calls) {
        return new SymbolicTransaction(
                target, call, before, after, conditions, simplifier, logs, output, calls, attempted, failure, inside);
    }

    /** The same with the moments within it. */
    public SymbolicTransaction with(Inside moments) {
        return new SymbolicTransaction(
                target,
                call,
                before,
                after,
                conditions,
                simplifier,
                logs,
                output,
                interruptions,
                attempted,
                failure,
                Optional.of(moments));
    }

    /** The same up to the end of a round of a loop. */
    SymbolicTransaction cut() {
        return with(inside.orElseThrow().cut());
    }

    /**
     * The same as a call of the instance, be it one that fails.
     *
     * @param returned what it returns if it fails; empty where that was not read
     */
    public SymbolicTransaction attempting(Optional<String> instance, Optional<PathOutcome.Failure> returned) {
        return new SymbolicTransaction(
                target,
                call,
                before,
                after,
                conditions,
                simplifier,
                logs,
                output,
                interruptions,
                instance,
                returned,
                inside);
    }

    /** The states in which it resumes after unknown code, or in which a loop goes on that runs unknown code. */
    public List<SymbolicState> resumed() {
        return interruptions.stream().map(i -> within(i.after())).toList();
    }

    /**
     * The states in which unknown code or such a loop begins, each at the place of the one in which the transaction
     * resumes.
     */
    public List<SymbolicState> begun() {
        return interruptions.stream().map(i -> within(i.before())).toList();
    }

    /** The place of the latest loop among the interruptions; negative if there is none. */
    public int latestLoop() {
        int place = interruptions.size() - 1;
        while (place >= 0 && !interruptions.get(place).isLoop()) {
            place--;
        }
        return place;
    }

    /** The parts of the transaction from its start to each call of unknown code, and to each round of such a loop. */
    public List<SymbolicTransaction> untilCalls() {
        List<SymbolicTransaction> parts = new ArrayList<>();
        for (int i = 0; i < interruptions.size(); i++) {
            parts.add(new SymbolicTransaction(
                            target,
                            call,
                            before,
                            within(interruptions.get(i).before()),
                            conditions,
                            simplifier,
                            interruptions.get(i).logs(),
                            List.of())
                    .interrupted(interruptions.subList(0, i)));
        }
        return parts;
    }

    private SymbolicState within(SymbolicWorld world) {
        return new SymbolicState(world, after.context(), before.ghosts());
    }

    /** The adversary's choices: the selector and the argument words. */
    public record CallSymbols(IntTerm selector, IntFunction<IntTerm> argument, IntTerm size) {}

    static SymbolicTransaction of(
            String target,
            CallSymbols call,
            SymbolicState before,
            SymbolicContext context,
            PathOutcome outcome,
            SymbolicWorld transientsBefore,
            Terms terms) {
        return new SymbolicTransaction(
                        Optional.of(target),
                        call,
                        before,
                        new SymbolicState(outcome.world(), context, before.ghosts()),
                        outcome.conditions(),
                        new Simplifier(terms, outcome.facts()),
                        outcome.logs(),
                        outcome.output())
                .interrupted(outcome.interruptions())
                .with(Inside.of(outcome, transientsBefore));
    }

    /** Returns whether the state differs afterwards in more than time, or a flow may count an event. */
    public boolean changesSomething() {
        return !logs.stream().allMatch(SymbolicLog::isMark) || !after.world().hasSameWritesAs(before.world());
    }

    /**
     * A match of the trigger in the transaction, if its condition holds.
     *
     * @param place for an event its number on this path; for the call itself, which ends later, a greater one
     * @param moment where it is in the middle of the transaction; empty: its end
     */
    public record Match(
            BoolTerm condition, Map<Variable, IntTerm> bindings, int place, Optional<MatchedMoment> moment) {
        Match(BoolTerm condition, Map<Variable, IntTerm> bindings, int place) {
            this(condition, bindings, place, Optional.empty());
        }
    }

    /** @param before what {@code prev} reads; empty where that is not known */
    public record MatchedMoment(Optional<SymbolicState> before, SymbolicState state) {}

    /** A word that is certainly returned whole. */
    Optional<IntTerm> returned(int word) {
        return word < output.size() ? Optional.of(output.get(word)) : Optional.empty();
    }

    /** The matches in the order of occurrence. The condition of {@code where} is not included. */
    public List<Match> matches(Trigger trigger, SystemModel model) {
        return new StepMatches(this, model).of(trigger);
    }
}
