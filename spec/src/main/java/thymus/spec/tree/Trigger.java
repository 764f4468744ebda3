package thymus.spec.tree;

import java.util.List;
import java.util.Optional;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;

/** What in a transaction a rule or a flow looks at, with the names it gives to its values. */
public sealed interface Trigger {
    /** The deployed contract that is called, or that emits. */
    String contract();

    List<Binding> bindings();

    Optional<Expr> where();

    Span span();

    /**
     * A name for one word.
     *
     * @param word which word of the static head of the arguments (calls), or which field (events)
     */
    record Binding(Variable variable, int word) {}

    /**
     * A transaction that calls the function and succeeds.
     *
     * @param results names for words of the returned head
     */
    record SuccessfulCall(
            String contract,
            FunctionModel function,
            List<Binding> bindings,
            List<Binding> results,
            Optional<Expr> where,
            Span span)
            implements Trigger {
        public SuccessfulCall {
            bindings = List.copyOf(bindings);
            results = List.copyOf(results);
        }
    }

    /** An event that the contract emits in a transaction that succeeds. */
    record Emitted(String contract, EventModel event, List<Binding> bindings, Optional<Expr> where, Span span)
            implements Trigger {
        public Emitted {
            bindings = List.copyOf(bindings);
        }
    }
}
