package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import thymus.harness.abi.Selector;
import thymus.solver.property.GoalReader;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.smt.SmtResult;
import thymus.solver.term.Facts;
import thymus.solver.term.Simplifier;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;

/** Describes a state from which an induction step fails. It may be one that no trace reaches, so it is no counterexample. */
final class InductionFailure {
    private InductionFailure() {}

    static String describe(
            SystemModel model,
            Vocabulary vocabulary,
            SymbolicState before,
            SymbolicTransaction transaction,
            GoalReader reader,
            SmtResult.Satisfiable values) {
        Simplifier plain = new Simplifier(model.terms(), Facts.none(model.terms()));
        List<String> state = new ArrayList<>();
        List<Expr> variables = new ArrayList<>(vocabulary.moments());
        variables.addAll(vocabulary.amounts());
        for (Expr variable : variables) {
            state.add(Printer.print(variable) + " = "
                    + NumberText.value(values.value(reader.value(variable, before, plain))));
        }
        return "induction fails at " + call(model, transaction, values) + ", at time "
                + NumberText.value(values.value(transaction.after().context().timestamp())) + " after a transaction at "
                + NumberText.value(values.value(before.context().timestamp()))
                + (state.isEmpty() ? "" : ", from a state with " + String.join(", ", state))
                + "; no trace is known to reach that state";
    }

    private static String call(SystemModel model, SymbolicTransaction transaction, SmtResult.Satisfiable values) {
        if (transaction.target().isEmpty()) {
            return "a transaction that changes nothing";
        }
        String target = transaction.target().get();
        long selector = values.value(transaction.call().selector()).longValue();
        for (FunctionModel function : model.specification().modelOf(target).functions()) {
            if ((Selector.of(function).value() & 0xffffffffL) == selector) {
                return target + "." + function.name();
            }
        }
        return "a call to " + target;
    }
}
