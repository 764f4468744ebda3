package thymus.ci.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Verdict;
import thymus.spec.Expectation;
import thymus.spec.text.NumberText;

/** The report on a terminal: one line per property as it is decided, the evidence at the end. */
public final class TextReport {
    private static final int VERDICT_WIDTH = "proved-to-depth".length();

    private final PrintStream out;
    private final boolean colour;
    private final int nameWidth;
    private final Basis basis;

    /** @param names of all properties that will be reported, for the width of their column */
    public TextReport(PrintStream out, boolean colour, List<String> names, Basis basis) {
        this.basis = basis;
        this.out = out;
        this.colour = colour;
        nameWidth = Math.min(40, names.stream().mapToInt(String::length).max().orElse(0));
    }

    public void begin(String file, long seed, int properties) {
        out.println(TerminalText.text(file) + ": " + NumberText.count(properties, "property", "properties") + ", seed "
                + seed);
        basis.fork()
                .map(point -> point.description() + " from " + point.name())
                .ifPresent(state -> out.println("begins with " + TerminalText.text(state)));
        out.println();
    }

    public void line(PropertyVerdict judgement) {
        String word = judgement.verdict().word();
        out.println(paint(judgement, word) + " ".repeat(VERDICT_WIDTH - word.length() + 2)
                + padded(judgement.property()) + "  " + VerdictWords.detail(judgement.verdict())
                + VerdictWords.maximum(judgement)
                + VerdictWords.expectation(judgement) + "  ["
                + TerminalText.time(judgement.elapsed()) + "]");
    }

    /** Everything after the lines of the properties. */
    public void end(CheckResult result) {
        new EvidenceSection(out).print(result, basis);
        result.judgements().forEach(this::sequence);
        result.judgements().stream().filter(PropertyVerdict::isUnexpected).forEach(this::unexpected);
        out.println();
        out.println(summary(result));
    }

    /** Ends the report of a check that was stopped from outside, in place of {@link #end}. */
    public void interrupted(CheckResult result) {
        List<String> undecided = result.judgements().stream()
                .filter(j -> j.verdict() instanceof Verdict.Unknown)
                .map(PropertyVerdict::property)
                .toList();
        out.println("interrupted; not decided: " + (undecided.isEmpty() ? "none" : String.join(", ", undecided)));
        end(result);
    }

    private void sequence(PropertyVerdict judgement) {
        judgement.reached().ifPresent(maximum -> {
            out.println();
            out.println("Largest: " + judgement.kind() + " " + judgement.property() + ", found by the fuzzer");
            out.print(CounterexampleText.of(maximum.sequence()));
        });
        judgement.verdict().shown().ifPresent(found -> {
            out.println();
            String word = judgement.verdict().word();
            String title = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            out.println(paint(judgement, title) + ": " + judgement.kind() + " " + judgement.property()
                    + ", found by the "
                    + (found.origin() == ConfirmedCounterexample.Origin.FUZZER ? "fuzzer" : "prover"));
            out.print(CounterexampleText.of(judgement.verdict()));
        });
    }

    private void unexpected(PropertyVerdict judgement) {
        out.println();
        Expectation expected = judgement.expected().orElseThrow();
        String steps = judgement.verdict() instanceof Verdict.Falsified falsified
                ? " in " + falsified.counterexample().steps().size()
                : "";
        out.println("Not as expected: " + judgement.kind() + " " + judgement.property() + " is "
                + judgement.verdict().word() + steps + ", and "
                + TerminalText.text(expected.span().toString())
                + " expects " + expected.text());
    }

    private String summary(CheckResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        result.judgements().forEach(j -> counts.merge(j.verdict().word(), 1, Integer::sum));
        StringBuilder line = new StringBuilder();
        counts.forEach((word, count) -> line.append(line.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(word));
        if (!result.faults().isEmpty()) {
            line.append(line.isEmpty() ? "" : ", ")
                    .append(NumberText.count(result.faults().size(), "internal error"));
        }
        return line + VerdictWords.expectations(result.judgements()) + "; "
                + NumberText.count(result.transactions(), "transaction") + " in " + TerminalText.time(result.elapsed());
    }

    private String padded(String name) {
        return name + " ".repeat(Math.max(0, nameWidth - name.length()));
    }

    private String paint(PropertyVerdict judgement, String text) {
        if (!colour) {
            return text;
        }
        int code = judgement.isAsExpected() ? 32 : judgement.isUnexpected() ? 31 : code(judgement.verdict());
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    private static int code(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Proved v -> 32;
            case Verdict.Falsified v -> 31;
            case Verdict.Erroneous v -> 31;
            case Verdict.ProvedToDepth v -> 33;
            case Verdict.Tested v -> 33;
            case Verdict.Vacuous v -> 33;
            case Verdict.Unknown v -> 33;
        };
    }
}
