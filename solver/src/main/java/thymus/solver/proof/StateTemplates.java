package thymus.solver.proof;

import static thymus.solver.proof.Vocabulary.add;
import static thymus.solver.proof.Vocabulary.binary;
import static thymus.solver.proof.Vocabulary.height;
import static thymus.solver.proof.Vocabulary.lessOrEqual;
import static thymus.solver.proof.Vocabulary.now;

import java.util.List;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;

/** Lemmas about the contract's own state: ranges, order, and sums. */
final class StateTemplates extends LemmaTemplates {
    private StateTemplates(Vocabulary vocabulary) {
        super(vocabulary);
    }

    /** Ranges, order, and sums: lemmas of the contract's own state. */
    static List<Candidate> ofState(Vocabulary vocabulary) {
        StateTemplates templates = new StateTemplates(vocabulary);
        templates.moments();
        templates.ranges();
        templates.ceilings();
        templates.sums();
        templates.choices();
        return templates.found();
    }

    private void moments() {
        for (Vocabulary.Period period : vocabulary.periods()) {
            propose("past", lessOrEqual(period.begin(), now()));
        }
        for (Expr height : vocabulary.heights()) {
            propose("past", lessOrEqual(height, height()));
        }
        for (Expr moment : vocabulary.moments()) {
            propose("past", lessOrEqual(moment, now()));
            for (Expr other : vocabulary.moments()) {
                if (other != moment) {
                    propose("order", lessOrEqual(moment, other));
                }
            }
        }
    }

    private void ranges() {
        List<Expr> amounts = vocabulary.amounts();
        for (int i = 0; i < amounts.size(); i++) {
            for (Expr constant : vocabulary.constants()) {
                propose("range", lessOrEqual(amounts.get(i), constant));
                for (int k = i + 1; k < amounts.size(); k++) {
                    propose("range", lessOrEqual(add(amounts.get(i), amounts.get(k)), constant));
                }
            }
            for (Expr other : amounts) {
                if (other != amounts.get(i)) {
                    propose("order", lessOrEqual(amounts.get(i), other));
                }
            }
        }
    }

    private void ceilings() {
        for (Vocabulary.Ceiling ceiling : vocabulary.ceilings()) {
            propose("range", lessOrEqual(ceiling.amount(), ceiling.most()));
        }
    }

    private void choices() {
        for (Vocabulary.Choice choice : vocabulary.choices()) {
            choice.values().stream()
                    .map(value -> binary(BinaryOperator.EQUAL, choice.field(), value))
                    .reduce((a, b) -> binary(BinaryOperator.OR, a, b))
                    .ifPresent(one -> propose("choice", one));
        }
    }

    private void sums() {
        for (Expr sum : vocabulary.sums()) {
            for (Expr amount : vocabulary.amounts()) {
                propose("sum", binary(BinaryOperator.EQUAL, amount, sum));
                propose("sum", lessOrEqual(sum, amount));
            }
        }
    }
}
