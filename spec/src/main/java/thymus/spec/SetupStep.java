package thymus.spec;

import java.util.List;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;

/** One transaction of {@code setup}; loops are unrolled by the checker. */
public sealed interface SetupStep {
    /** The amount in wei. */
    Expr value();

    /** An actor. */
    Expr sender();

    List<Expr> arguments();

    Span span();

    /**
     * Deploys {@code contract} (a declared one) and calls it {@code instance} from then on.
     *
     * @param type the declared contract whose interface and storage it has: the same, or for a proxy another one
     */
    record Deploy(
            String instance, String contract, String type, List<Expr> arguments, Expr sender, Expr value, Span span)
            implements SetupStep {
        public Deploy {
            arguments = List.copyOf(arguments);
        }
    }

    record Call(String instance, FunctionModel function, List<Expr> arguments, Expr sender, Expr value, Span span)
            implements SetupStep {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
