package thymus.system.execution;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.Selector;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;

/** The values of a setup step's arguments. */
final class SetupArguments {
    /** The place of the least significant byte in a word. */
    private static final int LAST_BYTE = 31;

    private final Scope<BigInteger, Boolean> scope;
    private final Function<String, BigInteger> choice;

    private SetupArguments(Scope<BigInteger, Boolean> scope, Function<String, BigInteger> choice) {
        this.scope = scope;
        this.choice = choice;
    }

    static List<AbiValue> values(List<Parameter> parameters, List<Expr> expressions, Scope<BigInteger, Boolean> scope) {
        return new SetupArguments(scope, scope::parameter).values(parameters, expressions);
    }

    /**
     * Where parameters of the deployment stand in the encoded arguments: the offset of the word to the name of
     * the parameter.
     */
    static Map<Integer, String> places(
            List<Parameter> parameters, List<Expr> expressions, Scope<BigInteger, Boolean> scope) {
        Map<Integer, String> places = new TreeMap<>();
        byte[] zeros = encoded(parameters, expressions, scope, "");
        expressions.stream()
                .flatMap(Walk::all)
                .filter(Expr.Parameter.class::isInstance)
                .map(expr -> ((Expr.Parameter) expr).name())
                .distinct()
                .forEach(name -> {
                    byte[] ones = encoded(parameters, expressions, scope, name);
                    for (int i = 0; i < ones.length; i++) {
                        if (ones[i] != zeros[i]) {
                            places.put(i - LAST_BYTE, name);
                        }
                    }
                });
        return places;
    }

    /** With 1 for the parameter of that name, and 0 for the others. */
    private static byte[] encoded(
            List<Parameter> parameters, List<Expr> expressions, Scope<BigInteger, Boolean> scope, String one) {
        SetupArguments arguments =
                new SetupArguments(scope, name -> name.equals(one) ? BigInteger.ONE : BigInteger.ZERO);
        return AbiCodec.encode(AbiCodec.types(parameters), arguments.values(parameters, expressions));
    }

    private List<AbiValue> values(List<Parameter> parameters, List<Expr> expressions) {
        List<AbiValue> values = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            values.add(value(parameters.get(i).type(), expressions.get(i)));
        }
        return values;
    }

    private AbiValue value(AbiType type, Expr expression) {
        return switch (expression) {
            case Expr.TextLiteral text -> text(type, text.text());
            case Expr.EncodedCall call ->
                AbiValue.of(Selector.callData(
                        call.function(), values(call.function().inputs(), call.arguments())));
            case Expr.Sequence sequence -> {
                List<AbiValue> elements = new ArrayList<>();
                for (int i = 0; i < sequence.elements().size(); i++) {
                    elements.add(value(inner(type, i), sequence.elements().get(i)));
                }
                yield new AbiValue.Sequence(elements);
            }
            case Expr.Parameter parameter -> AbiValue.of(choice.apply(parameter.name()));
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
