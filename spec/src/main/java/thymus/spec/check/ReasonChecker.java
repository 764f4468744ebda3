package thymus.spec.check;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;

/** What a call fails with: {@code Panic(0x11)}, {@code Error("text")}, or an error of a contract. */
final class ReasonChecker {
    private static final String PANIC = "Panic";
    private static final String ERROR = "Error";
    private static final int WORD = 32;

    private final Declarations environment;

    ReasonChecker(Declarations environment) {
        this.environment = environment;
    }

    /** @param called the contract whose errors need no name before them */
    Trigger.Reason reason(InvParser.ReasonContext context, String called) {
        String name = context.name().getLast().getText();
        boolean named = context.name().size() > 1;
        String data = !named && name.equals(PANIC)
                ? panic(context)
                : !named && name.equals(ERROR)
                        ? error(context)
                        : custom(context, named ? instance(context) : called, name);
        return new Trigger.Reason(data, context.getText());
    }

    private String panic(InvParser.ReasonContext context) {
        return context.expression() == null
                ? anyPanic().data()
                : panic(context.expression()).data();
    }

    static Trigger.Reason anyPanic() {
        return new Trigger.Reason(selector("Panic(uint256)"), PANIC);
    }

    /** The panic with this code. */
    Trigger.Reason panic(InvParser.ExpressionContext expression) {
        BigInteger code = new ConstantChecker(constants()).natural(expression, "the code of a panic");
        return panic(code);
    }

    static Trigger.Reason panic(BigInteger code) {
        return new Trigger.Reason(anyPanic().data() + word(code), PANIC + "(0x" + String.format("%02x", code) + ")");
    }

    private String error(InvParser.ReasonContext context) {
        String selector = selector("Error(string)");
        if (context.expression() == null) {
            return selector;
        }
        PartialValue value = constants().value(context.expression());
        if (!(value instanceof PartialValue.Scalar scalar) || !(scalar.expr() instanceof Expr.TextLiteral text)) {
            throw environment.source.typeError(
                    value.span(),
                    "the text of an error is a string, found " + Types.describe(value),
                    "write Error(\"…\")");
        }
        byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
        String digits = HexFormat.of().formatHex(bytes);
        int padding = (WORD - bytes.length % WORD) % WORD;
        return selector
                + word(BigInteger.valueOf(WORD))
                + word(BigInteger.valueOf(bytes.length))
                + digits
                + "00".repeat(padding);
    }

    private String custom(InvParser.ReasonContext context, String instance, String name) {
        Span span = environment.source.span(context);
        String reference =
                environment.contracts.get(environment.instances.get(instance)).reference();
        List<FunctionModel> errors = environment.artifacts.errors(reference);
        List<FunctionModel> meant =
                errors.stream().filter(e -> e.name().equals(name)).toList();
        if (meant.size() != 1) {
            List<String> names =
                    new ArrayList<>(errors.stream().map(FunctionModel::name).toList());
            names.addAll(List.of(PANIC, ERROR));
            String near = Spelling.suggestion(name, names);
            throw environment.source.nameError(
                    span,
                    environment.describe(instance) + (meant.isEmpty() ? " has no error '" : " has several errors '")
                            + name + "'",
                    near.isEmpty()
                            ? "known are " + String.join(", ", names) + "; that of another contract is c." + name
                            : near);
        }
        if (context.expression() != null) {
            throw environment.source.unsupported(
                    environment.source.span(context.expression()),
                    "a value in an error",
                    "write " + name + ", which is any " + meant.getFirst().signature());
        }
        return selector(meant.getFirst().signature());
    }

    private String instance(InvParser.ReasonContext context) {
        String instance = context.name(0).getText();
        if (!environment.instances.containsKey(instance)) {
            throw environment.source.nameError(
                    environment.source.span(context.name(0)),
                    "unknown contract instance '" + instance + "'",
                    Spelling.suggestion(instance, environment.instances.keySet()));
        }
        return instance;
    }

    private ExpressionChecker constants() {
        return new ExpressionChecker(environment, Setting.PATTERN, BoundNames.NONE);
    }

    private static String selector(String signature) {
        return HexFormat.of().formatHex(Keccak.of(signature)).substring(0, 8);
    }

    private static String word(BigInteger value) {
        return String.format("%064x", value);
    }
}
