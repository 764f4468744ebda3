package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Property;

/**
 * Judges every settled state. For {@code a ==> b}, a state counts as judged only if a transaction made {@code a} true.
 * Other states give the distance to that, and the prover reports an invariant whose premise is never true as vacuous.
 */
final class InvariantMonitor extends StateMonitor {
    private final LastJudgement last;
    private final Optional<Expr> premise;
    private final String kind;
    /** Whether it is wrong how something came about, and not only what. */
    private final boolean namesPath;

    InvariantMonitor(Property.Invariant invariant) {
        super(invariant);
        last = new LastJudgement(invariant.condition(), this::judgeWithPremise);
        kind = invariant.kind();
        namesPath = invariant.kind().equals("envelope");
        premise = invariant.condition() instanceof Expr.Binary b && b.operator() == BinaryOperator.IMPLIES
                ? Optional.of(b.left())
                : Optional.empty();
    }

    @Override
    Judgement judgeInitial(WindowScope initial) {
        Judgement judgement = last.judge(initial);
        return premise.isPresent() ? uncounted(judgement) : judgement;
    }

    @Override
    Judgement judge(Transition<BigInteger, Boolean> transition, int occurrences) {
        Judgement judgement = last.judge(scope(transition.after()));
        if (kind.equals("never_trips") && judgement instanceof Judgement.Violated) {
            return new Judgement.Violated(tripped());
        }
        return namesPath && judgement instanceof Judgement.Violated violated
                ? new Judgement.Violated(violated.explanation()
                        + transition.path().map(path -> ": " + path).orElse(""))
                : judgement;
    }

    /** The premise is long, and says no more than the file does. */
    private String tripped() {
        return ((Expr.Binary) property().condition()).right() instanceof Expr.Unary calm
                ? Printer.print(calm.operand()) + " is true, and every step was benign"
                : Printer.print(property().condition()) + " is false";
    }

    private Judgement judgeWithPremise(WindowScope scope) {
        Judgement judgement = judge(scope);
        boolean silent = premise.isPresent() && certainty(premise.get(), scope) != Kleene.TRUE;
        return silent ? uncounted(judgement) : judgement;
    }

    private static Judgement uncounted(Judgement judgement) {
        return judgement instanceof Judgement.Held held ? new Judgement.Held(0, held.slack()) : judgement;
    }
}
