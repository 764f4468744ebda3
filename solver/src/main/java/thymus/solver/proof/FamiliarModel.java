package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.solver.property.ArbitraryWindow;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.smt.SmtResult;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Type;
import thymus.spec.tree.Walk;

/**
 * Chooses a model of a failed step with accounts that the file names, because names are easier to read than addresses.
 */
final class FamiliarModel {
    /** The effort for a more readable message. */
    static final int EFFORT = 500_000;

    private final SystemModel model;
    private final Terms terms;
    private final Queries queries;

    FamiliarModel(SystemModel model, Queries queries) {
        this.model = model;
        this.terms = model.terms();
        this.queries = queries;
    }

    /** @return the given values if the solver does not find better ones within the effort */
    SmtResult.Satisfiable of(
            Property property, ObligationGenerator reader, FailedStep step, SmtResult.Satisfiable values) {
        SymbolicTransaction transaction = step.goal().transaction();
        List<BoolTerm> wishes = new ArrayList<>();
        List<String> actors = model.specification().actors();
        wishes.add(among(transaction.after().context().sender(), actors));
        List<String> everyone = new ArrayList<>(actors);
        everyone.addAll(model.specification().instances().keySet());
        for (IntTerm address : addresses(property, reader, transaction, values)) {
            wishes.add(among(address, everyone));
        }
        List<BoolTerm> query = new ArrayList<>(step.query());
        SmtResult.Satisfiable best = values;
        for (List<BoolTerm> wish : List.of(wishes, wishes.subList(0, 1))) {
            query = new ArrayList<>(step.query());
            query.addAll(wish);
            if (queries.check(query, EFFORT) instanceof SmtResult.Satisfiable better) {
                return better;
            }
        }
        return best;
    }

    private BoolTerm among(IntTerm account, List<String> names) {
        return terms.or(names.stream()
                .map(name -> terms.equal(account, terms.constant(model.addressOf(name))))
                .toList());
    }

    private List<IntTerm> addresses(
            Property property,
            ObligationGenerator reader,
            SymbolicTransaction transaction,
            SmtResult.Satisfiable values) {
        List<IntTerm> addresses = new ArrayList<>();
        for (Expr part : Walk.all(property.condition()).toList()) {
            if (part instanceof Expr.ForAll f
                    && f.domain().isEmpty()
                    && f.variable().type() == Type.ADDRESS) {
                addresses.add(reader.unknown(f.variable()));
            }
        }
        for (ArbitraryWindow window : reader.windows()) {
            if (window.window().key().filter(key -> key.type() == Type.ADDRESS).isPresent()) {
                addresses.add(transaction.before().ghosts().apply(window.key().orElseThrow()));
            }
        }
        Optional<FunctionModel> function = TransactionText.function(model, transaction, values);
        int word = 0;
        for (Parameter input : function.map(FunctionModel::inputs).orElse(List.of())) {
            if (input.type() instanceof AbiType.Address) {
                addresses.add(transaction.call().argument().apply(word));
            }
            word += input.type().headWords();
        }
        return addresses;
    }
}
