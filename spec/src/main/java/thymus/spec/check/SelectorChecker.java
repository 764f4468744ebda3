package thymus.spec.check;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;

/** {@code c.f.selector}: the four bytes that calls of f begin with, as {@code msg.sig} has them. */
final class SelectorChecker {
    private static final int BYTES = 4;
    private final ExpressionChecker expressions;

    SelectorChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    /** @return empty if the expression is something else, such as a member of a struct */
    Optional<PartialValue> selector(InvParser.MemberExpressionContext context) {
        if (!context.member().getText().equals("selector")
                || !(context.expression() instanceof InvParser.MemberExpressionContext function)) {
            return Optional.empty();
        }
        Optional<String> instance = new MemberChecker(expressions).instance(function.expression());
        String name = function.member().getText();
        List<FunctionModel> named = instance.map(i -> named(i, name)).orElse(List.of());
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Span span = expressions.span(context);
        if (named.size() > 1) {
            throw expressions.source.typeError(
                    span,
                    "the function '" + name + "' is overloaded",
                    "write the four bytes: "
                            + named.stream()
                                    .map(f -> "0x" + text(f) + " of " + f.signature())
                                    .collect(Collectors.joining(", ")));
        }
        Expr bytes = new Expr.IntegerLiteral(of(named.getFirst()), Type.BYTES, span);
        return Optional.of(PartialValue.Scalar.of(bytes, new AbiType.FixedBytes(BYTES)));
    }

    /** Unless a state variable has the name as well. */
    private List<FunctionModel> named(String instance, String name) {
        boolean variable = expressions.environment.model(instance).storage().stream()
                .flatMap(List::stream)
                .anyMatch(v -> v.name().equals(name));
        return variable
                ? List.of()
                : expressions.environment.model(instance).functions().stream()
                        .filter(f -> f.name().equals(name))
                        .toList();
    }

    private static BigInteger of(FunctionModel function) {
        return new BigInteger(1, Arrays.copyOf(Keccak.of(function.signature()), BYTES));
    }

    private static String text(FunctionModel function) {
        return String.format("%08x", of(function));
    }
}
