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

/** What attackers' accounts do when they are called, as a reader follows it. */
public final class CallbackText {
    private static final String INDENT = "  ";

    private final List<String> accounts;
    private final List<String> lines = new ArrayList<>();

    private CallbackText(List<String> accounts) {
        this.accounts = accounts;
    }

    /** What happened in the calls that the accounts got; lines are indented by depth. */
    static List<String> happened(CallNode call, Callbacks callbacks) {
        CallbackText text = new CallbackText(
                callbacks.each().stream().map(Callbacks::account).toList());
        text.within(call, 0);
        return text.lines;
    }

    private boolean isOurs(CallNode call) {
        return accounts.stream().anyMatch(account -> call.text().startsWith(account));
    }

    private void within(CallNode call, int depth) {
        for (CallNode inner : call.inner()) {
            if (isOurs(inner)) {
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
        call.inner().forEach(made -> made(made, depth + 1));
    }

    private void made(CallNode call, int depth) {
        String failure = call.ok()
                ? ""
                : "  fails" + call.result().map(reason -> ": " + reason).orElse("");
        add(depth, call.text() + failure);
        if (isOurs(call)) {
            call.inner().forEach(next -> made(next, depth + 1)); // one attacker has called another one
        } else {
            within(call, depth + 1);
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
