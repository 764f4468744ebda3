package thymus.system.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.fork.rpc.Hex;
import thymus.spec.text.NumberText;
import thymus.system.execution.AttackerContract;
import thymus.system.execution.ComparedRuns;

/** A replay as text. */
public final class ReplayPrinter {
    private static final int[] UNITS = {86_400, 3_600, 60};
    private static final String[] NAMES = {"day", "hour", "minute"};

    private final StringBuilder out = new StringBuilder();

    private ReplayPrinter() {}

    /** Lines that end with a newline each. */
    public static String print(Replay replay) {
        ReplayPrinter printer = new ReplayPrinter();
        printer.line(0, "property " + replay.property() + " of " + replay.specification());
        replay.warnings().forEach(warning -> printer.line(0, "warning: " + warning));
        replay.parameters()
                .forEach((name, value) -> printer.line(0, "parameter " + name + " = " + NumberText.value(value)));
        replay.witnesses()
                .forEach(witness -> printer.line(
                        0, "forall is judged at " + witness.variable() + " = " + NumberText.value(witness.value())));
        for (ReplayedStep step : replay.steps()) {
            replay.attacks().stream().filter(a -> a.first() == step.number()).forEach(printer::attack);
            printer.step(step);
        }
        if (!replay.attacks().isEmpty()
                || replay.steps().stream()
                        .flatMap(step -> step.callbacks().stream())
                        .anyMatch(callbacks -> callbacks.answering().isEmpty())) {
            printer.code();
        }
        replay.steps().stream()
                .flatMap(step -> step.callbacks().stream())
                .filter(callbacks -> callbacks.answering().isPresent())
                .map(callbacks -> "the code of " + callbacks.account()
                        + " while it answers, with the answers in its storage: "
                        + callbacks.answering().get())
                .distinct()
                .forEach(text -> {
                    printer.line(0, "");
                    printer.line(0, text);
                });
        replay.runs().filter(runs -> runs.difference().isPresent()).ifPresent(printer::runs);
        printer.line(0, "");
        printer.line(0, outcome(replay));
        return printer.out.toString();
    }

    private void attack(Replay.Attack attack) {
        line(0, "");
        line(
                0,
                (attack.first() == attack.last()
                                ? "step " + attack.first()
                                : "steps " + attack.first() + " to " + attack.last())
                        + ": one transaction of an attacker's contract");
        line(1, "from " + attack.owner() + " to " + attack.contract() + ", input " + attack.input());
    }

    private void code() {
        line(0, "");
        line(0, "the code of an attacker's contract, which makes the calls that its input lists,");
        line(0, "and does what its storage says when others call it:");
        line(1, Hex.data(AttackerContract.CODE.toBytes()));
        AttackerContract.assembly().lines().forEach(line -> line(1, line));
    }

    /** Two columns, with a star at the first difference. */
    private void runs(ComparedRuns runs) {
        Optional<ComparedRuns.Row> first = runs.difference();
        List<String> names = runs.rows().stream().map(ComparedRuns.Row::what).toList();
        int wide = width(names.stream()) + 2;
        int half =
                width(Stream.concat(Stream.of(runs.here()), runs.rows().stream().map(ComparedRuns.Row::here))) + 2;
        line(0, "");
        line(0, "the last step in two runs; * is the first difference");
        line(1, "  " + padded("", wide) + padded(runs.here(), half) + runs.there());
        for (ComparedRuns.Row row : runs.rows()) {
            String star = first.filter(row::equals).isPresent() ? "* " : "  ";
            line(1, star + padded(row.what(), wide) + padded(row.here(), half) + row.there());
        }
    }

    private static int width(Stream<String> cells) {
        return cells.mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private void step(ReplayedStep step) {
        line(0, "");
        line(0, "step " + step.number() + passed(step));
        line(
                1,
                step.sender() + ": " + step.call().text() + gas(step)
                        + ending(
                                step.call().ok() && step.failure().isEmpty(),
                                step.failure().or(step.call()::result)));
        calls(step.call().inner(), 2);
        step.callbacks().forEach(callbacks -> list(callbacks.title(), callbacks.code()));
        list("events", step.events());
        list(
                "changes",
                step.changes().stream()
                        .map(c -> c.variable() + ": " + c.before() + " -> " + c.after())
                        .toList());
    }

    private static String gas(ReplayedStep step) {
        return step.gas().isPresent() ? " with " + NumberText.prose(step.gas().getAsLong()) + " gas" : "";
    }

    private void calls(List<CallNode> calls, int depth) {
        for (CallNode call : calls) {
            line(depth, call.text() + ending(call.ok(), call.result()));
            calls(call.inner(), depth + 1);
        }
    }

    private static String ending(boolean ok, Optional<String> result) {
        return ok
                ? result.map(r -> " -> " + r).orElse("")
                : " FAILED" + result.map(r -> ": " + r).orElse("");
    }

    private void list(String title, List<String> entries) {
        if (!entries.isEmpty()) {
            line(1, title);
            entries.forEach(entry -> line(2, entry));
        }
    }

    private static String passed(ReplayedStep step) {
        String time = step.seconds() == 0 ? "" : ", " + duration(step.seconds()) + " later";
        String blocks = step.blocks() == 0 ? "" : ", " + NumberText.count(step.blocks(), "block") + " on";
        return time + blocks + step.chains().map(chains -> ", " + chains).orElse("");
    }

    /** The duration in the largest unit that comes out even. */
    public static String duration(long seconds) {
        for (int i = 0; i < UNITS.length; i++) {
            if (seconds % UNITS[i] == 0) {
                return NumberText.count(seconds / UNITS[i], NAMES[i]);
            }
        }
        return NumberText.count(seconds, "second");
    }

    private static String outcome(Replay replay) {
        return switch (replay.outcome()) {
            case Replay.Outcome.Broken broken ->
                replay.property() + " is broken " + after(broken.step()) + ": " + broken.explanation();
            case Replay.Outcome.Held ignored -> replay.property() + " holds throughout: the sequence does not break it";
            case Replay.Outcome.Reached reached ->
                replay.property() + " " + after(reached.step()) + " " + reached.text();
            case Replay.Outcome.Failed failed ->
                replay.property() + " has no truth value " + after(failed.step()) + ": " + failed.reason();
        };
    }

    private static String after(int step) {
        return step == 0 ? "after setup" : "after step " + step;
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
