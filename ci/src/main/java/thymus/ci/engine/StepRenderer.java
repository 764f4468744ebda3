package thymus.ci.engine;

import java.util.ArrayList;
import java.util.List;
import thymus.ci.verdict.RenderedStep;
import thymus.spec.text.NumberText;
import thymus.system.replay.ReplayPrinter;
import thymus.system.replay.ReplayedStep;

/** Replayed steps in the words of a report. */
final class StepRenderer {
    private StepRenderer() {}

    static RenderedStep of(ReplayedStep step) {
        return new RenderedStep(
                step.entry(),
                advance(step),
                step.sender(),
                step.call().text()
                        + (step.gas().isPresent()
                                ? "  with " + NumberText.prose(step.gas().getAsLong()) + " gas"
                                : ""),
                step.failure().map(reason -> "fails: " + reason).orElse(""),
                callbacks(step.callbacks()),
                step.changes().stream()
                        .map(c -> c.variable() + ": " + c.before() + " -> " + c.after())
                        .toList());
    }

    private static List<String> callbacks(List<ReplayedStep.Reaction> reactions) {
        List<String> lines = new ArrayList<>();
        for (ReplayedStep.Reaction reaction : reactions) {
            lines.addAll(reaction.happened());
            lines.add(reaction.title() + ":");
            reaction.code().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static String advance(ReplayedStep step) {
        String time = step.seconds() == 0 ? "at once" : ReplayPrinter.duration(step.seconds()) + " later";
        String clock = step.chains().map(text -> ", " + text).orElse("");
        return step.blocks() == 0
                ? time + clock
                : time + ", " + NumberText.count(step.blocks(), "block") + " on" + clock;
    }
}
