package thymus.system.execution;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.Selector;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Expr;

/** The values of a setup step's arguments. */
final class SetupArguments {
    private SetupArguments() {}

    static List<AbiValue> values(List<Parameter> parameters, List<Expr> expressions, Scope<BigInteger, Boolean> scope) {
        List<AbiValue> values = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            values.add(value(parameters.get(i).type(), expressions.get(i), scope));
        }
        return values;
    }

    private static AbiValue value(AbiType type, Expr expression, Scope<BigInteger, Boolean> scope) {
        return switch (expression) {
            case Expr.TextLiteral text -> text(type, text.text());
            case Expr.EncodedCall call ->
                AbiValue.of(Selector.callData(
                        call.function(), values(call.function().inputs(), call.arguments(), scope)));
            case Expr.Sequence sequence -> {
                List<AbiValue> elements = new ArrayList<>();
                for (int i = 0; i < sequence.elements().size(); i++) {
                    elements.add(value(inner(type, i), sequence.elements().get(i), scope));
                }
                yield new AbiValue.Sequence(elements);
            }
            case Expr.IntegerLiteral _,
                    Expr.TruthLiteral _,
                    Expr.Account _,
                    Expr.Local _,
                    Expr.Context _,
                    Expr.Ghost _,
                    Expr.StateRead _,
                    Expr.Temporal _,
                    Expr.Quantified _,
                    Expr.Unary _,
                    Expr.Binary _,
                    Expr.Conditional _ -> AbiValue.of(Evaluator.integer(expression, scope));
        };
    }

    private static AbiValue text(AbiType type, String text) {
        boolean hex = type instanceof AbiType.Bytes && text.matches("0x([0-9a-fA-F]{2})*");
        return AbiValue.of(hex ? HexFormat.of().parseHex(text.substring(2)) : text.getBytes(StandardCharsets.UTF_8));
    }

    /** The type of an element of an array or of a component of a tuple. */
    static AbiType inner(AbiType type, int index) {
        return switch (type) {
            case AbiType.Array array -> array.element();
            case AbiType.Tuple tuple -> tuple.components().get(index).type();
            case AbiType.Word _, AbiType.ByteString _ ->
                throw new IllegalArgumentException(type.canonicalName() + " has no elements");
        };
    }
}
