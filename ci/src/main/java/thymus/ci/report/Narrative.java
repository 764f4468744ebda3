package thymus.ci.report;

import thymus.ci.verdict.Counterexample;
import thymus.ci.verdict.ToldStep;
import thymus.ci.verdict.Verdict;

/** A sequence as lines of text. */
final class Narrative {
    private Narrative() {}

    /** Of a verdict that shows one, with what to write instead where that is known. */
    static String of(Verdict verdict) {
        String advice = verdict instanceof Verdict.Erroneous error
                ? error.advice().map(text -> "  write instead: " + Plain.text(text) + "\n").orElse("")
                : "";
        return verdict.shown().map(Narrative::of).orElse("") + advice;
    }

    private static String of(Counterexample counterexample) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (ToldStep step : counterexample.steps()) {
            number++;
            text.append("  ").append(number).append(". ").append(step.advance());
            text.append("  ").append(Plain.text(step.sender())).append("  ").append(Plain.text(step.call()));
            text.append(step.outcome().isEmpty() ? "" : "  " + Plain.text(step.outcome())).append('\n');
            for (String change : step.changes()) {
                text.append("       ").append(Plain.text(change)).append('\n');
            }
        }
        text.append("  ").append(Plain.text(counterexample.explanation())).append('\n');
        counterexample.confirmedOn()
                .forEach(evm -> text.append("  ").append(OpinionText.confirmed(evm)).append('\n'));
        text.append("  replay: ").append(Plain.text(CommandText.replay(counterexample.replay()))).append('\n');
        return text.toString();
    }
}
