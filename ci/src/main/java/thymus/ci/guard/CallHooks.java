package thymus.ci.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The modifiers, and what they do at both ends of a call. */
final class CallHooks {
    private final GuardPlan monitor;
    private final boolean remembers;

    CallHooks(GuardPlan monitor) {
        this.monitor = monitor;
        this.remembers = !monitor.snapshot().isEmpty();
    }

    /** What each modifier remembers for itself. */
    List<String> structs() {
        return monitor.hooks().calls().stream()
                .filter(hook -> !hook.snapshot().isEmpty())
                .map(hook -> "/// What is read when " + hook.signature() + " begins.\nstruct " + struct(hook) + " {\n"
                        + hook.snapshot().members() + "}\n")
                .toList();
    }

    private static String struct(Hook hook) {
        return "GuardBefore" + hook.name().substring("guarded".length());
    }

    List<String> modifiers() {
        if (!monitor.isWrapped()) {
            return List.of();
        }
        List<String> out = new ArrayList<>();
        String enter = remembers ? "GuardBefore memory guardAll = _guardEnter();\n" : "_guardEnter();\n";
        String leave = remembers ? "_guardLeave(guardAll);\n" : "_guardLeave();\n";
        out.add("/// @notice For each function that changes the state and has no modifier of its own below.\n"
                + "modifier guarded() {\n" + (enter + "_;\n" + leave).indent(4) + "}\n");
        for (Hook hook : monitor.hooks().calls()) {
            String begins = hook.snapshot().statements();
            String own = begins.isEmpty()
                    ? ""
                    : struct(hook) + " memory guardOwn = _" + hook.name() + "Begins("
                            + String.join(", ", hook.passed(begins)) + ");\n";
            List<String> passed = Stream.of(
                            remembers ? Stream.of("guardAll") : Stream.<String>empty(),
                            begins.isEmpty() ? Stream.<String>empty() : Stream.of("guardOwn"),
                            hook.passed(hook.statements()).stream())
                    .flatMap(s -> s)
                    .toList();
            String ends = "_" + hook.name() + "Ends(" + String.join(", ", passed) + ");\n";
            out.add("/// @notice For " + hook.signature() + ".\nmodifier " + hook.name() + "("
                    + String.join(", ", hook.declared(begins + hook.statements())) + ") {\n"
                    + (enter + own + "_;\n" + ends).indent(4) + "}\n");
        }
        return out;
    }

    List<String> functions() {
        if (!monitor.isWrapped()) {
            return List.of();
        }
        List<String> out = new ArrayList<>();
        out.add("function _guardEnter() private" + (remembers ? " returns (GuardBefore memory before)" : "") + " {\n"
                + ("if (guardRunning) revert GuardEntered();\nguardRunning = true;\n"
                                + monitor.snapshot().statements())
                        .indent(4)
                + "}\n");
        out.add("function _guardLeave(" + (remembers ? "GuardBefore memory before" : "") + ") private {\n"
                + (String.join("", monitor.checks()) + "guardRunning = false;\n").indent(4) + "}\n");
        for (Hook hook : monitor.hooks().calls()) {
            String begins = hook.snapshot().statements();
            if (!begins.isEmpty()) {
                out.add("function _" + hook.name() + "Begins(" + String.join(", ", hook.declared(begins))
                        + ")\n    private view returns (" + struct(hook) + " memory before)\n{\n" + begins.indent(4)
                        + "}\n");
            }
            List<String> declared = Stream.of(
                            remembers ? Stream.of("GuardBefore memory guardAll") : Stream.<String>empty(),
                            begins.isEmpty() ? Stream.<String>empty() : Stream.of(struct(hook) + " memory before"),
                            hook.declared(hook.statements()).stream())
                    .flatMap(s -> s)
                    .toList();
            String leave = remembers ? "_guardLeave(guardAll);\n" : "_guardLeave();\n";
            out.add("function _" + hook.name() + "Ends(" + String.join(", ", declared) + ") private {\n"
                    + (hook.statements() + leave).indent(4) + "}\n");
        }
        return out;
    }
}
