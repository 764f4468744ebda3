package thymus.ci.report;

import java.util.List;
import thymus.ci.verdict.Counterexample;
import thymus.ci.verdict.ToldStep;
import thymus.ci.verdict.Verdict;
import thymus.system.execution.Entry;

/** A sequence as lines of text. */
final class Narrative {
    private final StringBuilder text = new StringBuilder();

    private Narrative() {}

    /** Of a verdict that shows one, with what to write instead where that is known. */
    static String of(Verdict verdict) {
        String advice = verdict instanceof Verdict.Erroneous error
                ? error.advice().map(text -> "  write instead: " + Plain.text(text) + "\n").orElse("")
                : "";
        return verdict.shown().map(Narrative::of).orElse("") + advice;
    }

    static String of(Counterexample counterexample) {
        Narrative narrative = new Narrative();
        narrative.steps(counterexample.steps());
        StringBuilder text = narrative.text;
        text.append("  ").append(Plain.text(counterexample.explanation())).append('\n');
        counterexample.confirmedOn()
                .forEach(evm -> text.append("  ").append(OpinionText.confirmed(evm)).append('\n'));
        text.append("  replay: ").append(Plain.text(CommandText.replay(counterexample.replay()))).append('\n');
        return text.toString();
    }

    private void steps(List<ToldStep> steps) {
        int from = 0;
        while (from < steps.size()) {
            int to = from + 1;
            while (to < steps.size() && steps.get(to).entry() == Entry.SAME_TRANSACTION) {
                to++;
            }
            transaction(steps.subList(from, to), from + 1);
            from = to;
        }
    }

    /** @param first the number of the first step, which readers count on from */
    private void transaction(List<ToldStep> steps, int first) {
        ToldStep step = steps.getFirst();
        if (steps.size() == 1) {
            String sender = step.sender() + (step.entry().isByContract() ? ", a contract" : "");
            text.append("  ").append(first).append(". ").append(step.advance());
            text.append("  ").append(Plain.text(sender)).append("  ");
            call(step, "       ");
            return;
        }
        text.append("  ").append(first).append(" to ").append(first + steps.size() - 1).append(". ").append(step.advance());
        text.append("  ").append(Plain.text(step.sender())).append("  in one transaction of a contract:\n");
        for (int i = 0; i < steps.size(); i++) {
            text.append("     ").append(first + i).append(". ");
            call(steps.get(i), "          ");
        }
    }

    private void call(ToldStep step, String indent) {
        text.append(Plain.text(step.call()));
        text.append(step.outcome().isEmpty() ? "" : "  " + Plain.text(step.outcome())).append('\n');
        for (String change : step.changes()) {
            text.append(indent).append(Plain.text(change)).append('\n');
        }
    }
}
