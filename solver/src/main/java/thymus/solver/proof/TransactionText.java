package thymus.solver.proof;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.AbiText;
import thymus.contracts.abi.Selector;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.smt.SmtResult;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.NumberText;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Renders a transaction with the values of a model. */
final class TransactionText {
    private final SystemModel model;
    private final StepReader steps;
    private final AbiText text;

    TransactionText(SystemModel model) {
        this.model = model;
        this.text = new AbiText(model.contracts()::nameOf);
        Specification specification = model.specification();
        Map<String, BigInteger> addresses = new HashMap<>();
        specification.actors().forEach(name -> addresses.put(name, model.addressOf(name)));
        specification.instances().keySet().forEach(name -> addresses.put(name, model.addressOf(name)));
        this.steps = new StepReader(specification, addresses);
    }

    /** Renders the transaction without values: {@code a transaction to vault}. */
    String name(SymbolicTransaction transaction) {
        return transaction
                .target()
                .map(t -> "a transaction to " + t)
                .orElseGet(() -> transaction
                        .attempted()
                        .map(t -> "a transaction to " + t + " that fails")
                        .orElse("a transaction that changes nothing"));
    }

    /** Renders {@code vault.pay(to: alice, amount: 5) from bob, 1 hour after the transaction before}. */
    String told(SymbolicTransaction transaction, SmtResult.Satisfiable values) {
        Step step = steps.read(List.of(transaction), values).getFirst();
        String time = ValueText.duration(step.seconds()) + " after the transaction before";
        if (transaction.attempted().isEmpty()) {
            return name(transaction) + ", " + time;
        }
        String ether = step.value().signum() == 0 ? "" : "{value: " + NumberText.value(step.value()) + "}";
        String call = switch (step.call()) {
            case StepCall.FunctionCall c ->
                step.target() + "." + c.function().name() + ether + "("
                        + text.named(c.function().inputs(), c.arguments()) + ")";
            case StepCall.RawCall raw ->
                function(model, transaction, values)
                        .map(f -> step.target() + "." + f.name() + ether + "(…)")
                        .orElse("a call to " + step.target() + " that names none of its functions");
        };
        return call + (transaction.target().isEmpty() ? ", which fails," : "") + " from " + step.sender() + ", " + time;
    }

    /** The function that the transaction calls. */
    static Optional<FunctionModel> function(
            SystemModel model, SymbolicTransaction transaction, SmtResult.Satisfiable values) {
        return transaction.attempted().flatMap(target -> {
            int selector = values.value(transaction.call().selector()).intValue();
            return model.specification().modelOf(target).functions().stream()
                    .filter(f -> Selector.of(f).value() == selector)
                    .findFirst();
        });
    }
}
