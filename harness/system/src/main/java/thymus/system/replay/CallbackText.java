package thymus.system.replay;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiText;
import thymus.spec.text.NumberText;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.Ending;
import thymus.system.execution.NestedCall;
import thymus.system.execution.StepCall;

/** What an attacker's account does when it is called, as a reader follows it. */
public final class CallbackText {
    private static final String INDENT = "  ";

    private final String account;
    private final List<String> lines = new ArrayList<>();

    private CallbackText(String account) {
        this.account = account;
    }

    /** What happened in the calls that the account got; lines are indented by depth. */
    static List<String> happened(CallNode call, Callbacks callbacks) {
        CallbackText text = new CallbackText(callbacks.account());
        text.within(call, 0);
        return text.lines;
    }

    private void within(CallNode call, int depth) {
        for (CallNode inner : call.inner()) {
            if (inner.text().startsWith(account)) {
                called(inner, depth);
            } else {
                within(inner, depth);
            }
        }
    }

    private void called(CallNode call, int depth) {
        String end = !call.ok()
                ? ", which fails"
                : call.result().map(result -> ", which returns " + result).orElse("");
        if (call.inner().isEmpty()) {
            add(depth, "while it calls " + call.text() + end);
            return;
        }
        add(depth, "while it calls " + call.text() + end + ":");
        for (CallNode made : call.inner()) {
            String failure = made.ok()
                    ? ""
                    : "  fails" + made.result().map(reason -> ": " + reason).orElse("");
            add(depth + 1, made.text() + failure);
            within(made, depth + 2);
        }
    }

    private void add(int depth, String text) {
        lines.add(INDENT.repeat(depth) + text);
    }

    /** The code of the account in a notation like Solidity's. */
    public static List<String> code(Callbacks callbacks, AbiText names) {
        List<String> lines = new ArrayList<>();
        lines.add("fallback() external payable {");
        lines.add("  calls += 1;");
        for (int i = 0; i < callbacks.list().size(); i++) {
            Callback callback = callbacks.list().get(i);
            StringBuilder body = new StringBuilder();
            callback.calls()
                    .forEach(call ->
                            body.append("try ").append(call(call, names)).append("; "));
            lines.add("  if (calls == " + (i + 1) + ") { " + body + ending(callback.ending()) + " }");
        }
        lines.add("}");
        return lines;
    }

    private static String call(NestedCall call, AbiText names) {
        String value = call.value().signum() == 0 ? "" : "{value: " + NumberText.value(call.value()) + "}";
        return switch (call.call()) {
            case StepCall.FunctionCall f ->
                call.target() + "." + f.function().name() + value + "("
                        + names.named(f.function().inputs(), f.arguments()) + ")";
            case StepCall.RawCall raw ->
                call.target() + value + "(" + hex(raw.data()).orElse("") + ")";
        };
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case Ending.Return end ->
                hex(end.data()).map(data -> "return " + data + ";").orElse("return;");
            case Ending.Acknowledge _ -> "return msg.sig;";
            case Ending.Revert end -> "revert(" + hex(end.data()).orElse("") + ");";
            case Ending.OutOfGas _ -> "while (true) {}";
        };
    }

    private static Optional<String> hex(byte[] data) {
        return data.length == 0
                ? Optional.empty()
                : Optional.of("0x" + HexFormat.of().formatHex(data));
    }
}
