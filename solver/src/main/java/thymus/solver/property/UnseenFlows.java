package thymus.solver.property;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.solver.state.Ether;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.Interruption;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/**
 * What passes of a flow within a step where nobody sees it: while code that is not known runs, or in the rounds of a
 * loop. It is some number, of which lemmas say more: they hold where such code begins, each of its entries keeps them,
 * and so they hold where it returns, of what the flow has carried until then.
 */
final class UnseenFlows {
    private final SystemModel model;
    private final Terms terms;

    UnseenFlows(SystemModel model) {
        this.model = model;
        this.terms = model.terms();
    }

    /** Whether matches of the flow's trigger may have happened on the way to that world that no path shows. */
    boolean mayHide(SymbolicWorld world, Flow flow) {
        return switch (flow.trigger()) {
            case Trigger.Emitted e -> world.unseen().mayHaveEmitted(model.addressOf(e.contract()));
            case Trigger.EtherMoved m -> {
                Ether.Hidden hidden = world.ether().hidden();
                yield m.out() ? hidden.payers().contains(model.addressOf(m.contract())) : hidden.any();
            }
            case Trigger.TriedCall _,
                    Trigger.Called _,
                    Trigger.SuccessfulCall _,
                    Trigger.Entered _,
                    Trigger.Departure _,
                    Trigger.InnerCall _ -> false;
        };
    }

    /**
     * The number of the last interruption in which matches may have passed unseen, and which no revert has undone.
     *
     * @return empty if all matches are seen, or some may pass unseen elsewhere
     */
    Optional<Integer> last(SymbolicTransaction transaction, Flow flow) {
        for (int i = transaction.interruptions().size() - 1; i >= 0; i--) {
            Interruption interruption = transaction.interruptions().get(i);
            if (transaction.logs().contains(interruption.mark())) {
                return mayHide(interruption.after(), flow) ? Optional.of(i) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Whether all that passes unseen is told by lemmas: each place where it does has lemmas, and what passes there
     * depends on the match alone, so that it means the same in an entry as in the step around it. Ether that moves into
     * a contract is not, since code that nobody knows needs no entry to force it in.
     */
    boolean areCounted(SymbolicTransaction transaction, Flow flow) {
        List<SymbolicLog> known =
                transaction.interruptions().stream().map(Interruption::mark).toList();
        boolean needsEntry = !(flow.trigger() instanceof Trigger.EtherMoved moved && !moved.out());
        return needsEntry
                && last(transaction, flow).isPresent()
                && transaction.logs().stream().filter(SymbolicLog::isMark).allMatch(known::contains)
                && flow.expressions().stream().flatMap(Walk::all).allMatch(UnseenFlows::isOfTheMatch);
    }

    private static boolean isOfTheMatch(Expr expr) {
        return switch (expr) {
            case Expr.Local _, Expr.Constant _, Expr.Compound _ -> true;
            case Expr.Context _, Expr.Ghost _ -> false;
            case Expr.StateRead _, Expr.Temporal _, Expr.Quantified _ -> false;
        };
    }

    /** What a window carries where the interruption ends, if it carried that number where it began. */
    IntTerm carriedAfter(Interruption interruption, ArbitraryWindow window, IntTerm before) {
        IntTerm unseen = terms.symbol(
                window.carried().name() + " in "
                        + ((IntTerm.Symbol) interruption.mark().address()).name(),
                onlyGrows(window) ? Interval.atLeast(BigInteger.ZERO) : Interval.ALL);
        return terms.add(before, unseen);
    }

    private static boolean onlyGrows(ArbitraryWindow window) {
        return switch (window.window().aggregate()) {
            case COUNT, SQUARES -> true;
            case SUM, MINIMUM, MAXIMUM ->
                window.window().flow().amount() instanceof Expr.Local local
                        && SpecValues.range(local.variable()).isNonNegative();
        };
    }
}
