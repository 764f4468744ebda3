package thymus.ci.report;

import java.util.ArrayList;
import java.util.List;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.RenderedStep;
import thymus.ci.verdict.Verdict;
import thymus.spec.text.NumberText;
import thymus.system.execution.Entry;

/** A sequence as lines of text. */
final class CounterexampleText {
    private final StringBuilder text = new StringBuilder();

    private CounterexampleText() {}

    /** The sequence of a verdict that shows one, with what to write instead where that is known. */
    static String of(Verdict verdict) {
        String advice = verdict instanceof Verdict.Erroneous error
                ? error.advice()
                        .map(text -> "  write instead: " + TerminalText.text(text) + "\n")
                        .orElse("")
                : "";
        return verdict.shown().map(CounterexampleText::of).orElse("") + advice;
    }

    static String of(ConfirmedCounterexample counterexample) {
        CounterexampleText narrative = new CounterexampleText();
        narrative.steps(counterexample.steps());
        StringBuilder text = narrative.text;
        text.append("  ")
                .append(TerminalText.text(counterexample.explanation()))
                .append('\n');
        counterexample
                .confirmedOn()
                .forEach(evm ->
                        text.append("  ").append(OpinionText.confirmed(evm)).append('\n'));
        text.append("  replay: ")
                .append(TerminalText.text(CommandText.replay(counterexample.replay())))
                .append('\n');
        return text.toString();
    }

    private void steps(List<RenderedStep> steps) {
        List<List<RenderedStep>> transactions = transactions(steps);
        int number = 1;
        int at = 0;
        while (at < transactions.size()) {
            Repeats repeats = Repeats.at(transactions, at);
            List<List<RenderedStep>> once = transactions.subList(at, at + repeats.period());
            int calls = once.stream().mapToInt(List::size).sum();
            if (repeats.times() > 1) {
                text.append("  ")
                        .append(number)
                        .append(" to ")
                        .append(number + calls * repeats.times() - 1)
                        .append(". ")
                        .append(NumberText.prose(repeats.times()))
                        .append(" times ")
                        .append(once.size() == 1 ? "the same; the last:\n" : "the same two; the last:\n");
                at += repeats.period() * (repeats.times() - 1);
                number += calls * (repeats.times() - 1);
            }
            for (List<RenderedStep> transaction : transactions.subList(at, at + repeats.period())) {
                transaction(transaction, number);
                number += transaction.size();
            }
            at += repeats.period();
        }
    }

    private static List<List<RenderedStep>> transactions(List<RenderedStep> steps) {
        List<List<RenderedStep>> transactions = new ArrayList<>();
        int from = 0;
        while (from < steps.size()) {
            int to = from + 1;
            while (to < steps.size() && steps.get(to).entry() == Entry.SAME_TRANSACTION) {
                to++;
            }
            transactions.add(steps.subList(from, to));
            from = to;
        }
        return transactions;
    }

    /** @param first the number of the first step, which readers count on from */
    private void transaction(List<RenderedStep> steps, int first) {
        RenderedStep step = steps.getFirst();
        if (steps.size() == 1) {
            String sender = step.sender() + (step.entry().isByContract() ? ", a contract" : "");
            text.append("  ").append(first).append(". ").append(step.advance());
            text.append("  ").append(TerminalText.text(sender)).append("  ");
            call(step, "       ");
            return;
        }
        text.append("  ")
                .append(first)
                .append(" to ")
                .append(first + steps.size() - 1)
                .append(". ")
                .append(step.advance());
        text.append("  ").append(TerminalText.text(step.sender())).append("  in one transaction of a contract:\n");
        for (int i = 0; i < steps.size(); i++) {
            text.append("     ").append(first + i).append(". ");
            call(steps.get(i), "          ");
        }
    }

    private void call(RenderedStep step, String indent) {
        text.append(TerminalText.text(step.call()));
        text.append(step.outcome().isEmpty() ? "" : "  " + TerminalText.text(step.outcome()))
                .append('\n');
        for (String line : step.callbacks()) {
            text.append(indent).append(TerminalText.text(line)).append('\n');
        }
        for (String change : step.changes()) {
            text.append(indent).append(TerminalText.text(change)).append('\n');
        }
    }
}
