package thymus.ci.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Counterexample;
import thymus.ci.verdict.FunctionUse;
import thymus.ci.verdict.Judgement;
import thymus.ci.verdict.Verdict;

/** The report on a terminal: one line per property as it is decided, the evidence at the end. */
public final class TextReport {
    private static final int VERDICT_WIDTH = "proved-to-depth".length();

    private final PrintStream out;
    private final boolean colour;
    private final int nameWidth;

    /** @param names of all properties that will be reported, for the width of their column */
    public TextReport(PrintStream out, boolean colour, List<String> names) {
        this.out = out;
        this.colour = colour;
        nameWidth = Math.min(40, names.stream().mapToInt(String::length).max().orElse(0));
    }

    public void begin(String file, long seed, int properties) {
        out.println(Plain.text(file) + ": " + (properties == 1 ? "1 property" : properties + " properties") + ", seed "
                + seed);
        out.println();
    }

    public void line(Judgement judgement) {
        String word = judgement.verdict().word();
        out.println(paint(judgement.verdict(), word) + " ".repeat(VERDICT_WIDTH - word.length() + 2)
                + padded(judgement.property()) + "  " + VerdictWords.detail(judgement.verdict()) + "  ["
                + Plain.time(judgement.elapsed()) + "]");
    }

    /** Everything after the lines of the properties. */
    public void end(CheckResult result) {
        meanings(result);
        assumptions(result);
        proofs(result);
        unreached(result);
        result.judgements().forEach(this::counterexample);
        out.println();
        out.println(summary(result));
    }

    private void meanings(CheckResult result) {
        Map<String, String> meanings = new LinkedHashMap<>();
        result.judgements().forEach(j -> meanings.put(j.verdict().word(), VerdictWords.meaning(j.verdict())));
        out.println();
        meanings.forEach((word, meaning) -> out.println(word + ": " + meaning));
    }

    /** Each assumption once, with the properties that rest on it. */
    private void assumptions(CheckResult result) {
        Map<String, List<String>> users = new LinkedHashMap<>();
        for (Judgement judgement : result.judgements()) {
            List<String> assumptions = judgement.verdict().assumptions();
            if (assumptions.isEmpty() && judgement.verdict() instanceof Verdict.Proved) {
                users.computeIfAbsent("none", a -> new ArrayList<>()).add(judgement.property());
            }
            for (String assumption : assumptions) {
                users.computeIfAbsent(assumption, a -> new ArrayList<>()).add(judgement.property());
            }
        }
        if (users.isEmpty()) {
            return;
        }
        out.println();
        out.println("Assumptions");
        users.forEach((assumption, names) ->
                out.println("  " + Plain.text(assumption) + "  (" + String.join(", ", names) + ")"));
    }

    /** What a reader needs to check a proof again. */
    private void proofs(CheckResult result) {
        List<String> lines = new ArrayList<>();
        for (Judgement judgement : result.judgements()) {
            if (judgement.verdict() instanceof Verdict.Proved proved) {
                proved.lemmas().forEach(lemma -> lines.add("  " + judgement.property() + " uses " + lemma));
                proved.smtFiles().forEach(file -> lines.add("  " + judgement.property() + " queries: " + file));
            }
        }
        if (!lines.isEmpty()) {
            out.println();
            out.println("Proofs");
            lines.forEach(line -> out.println(Plain.text(line)));
        }
    }

    /** Functions whose every call reverted: what the fuzzer says of them is worth nothing. */
    private void unreached(CheckResult result) {
        List<FunctionUse> unreached =
                result.functions().stream().filter(f -> f.succeeded() == 0).toList();
        if (!unreached.isEmpty()) {
            out.println();
            out.println("Never succeeded under fuzzing");
            unreached.forEach(f -> out.println(
                    "  " + Plain.text(f.function()) + "  (" + Plain.count(f.reverted(), "call") + ")"));
        }
    }

    private void counterexample(Judgement judgement) {
        if (!(judgement.verdict() instanceof Verdict.Falsified(Counterexample found))) {
            return;
        }
        out.println();
        out.println(paint(judgement.verdict(), "Falsified") + ": " + judgement.kind() + " " + judgement.property()
                + ", found by the " + (found.origin() == Counterexample.Origin.FUZZER ? "fuzzer" : "prover"));
        out.print(Narrative.of(found));
    }

    private String summary(CheckResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        result.judgements().forEach(j -> counts.merge(j.verdict().word(), 1, Integer::sum));
        StringBuilder line = new StringBuilder();
        counts.forEach((word, count) -> line.append(line.isEmpty() ? "" : ", ").append(count).append(' ').append(word));
        return line + "; " + Plain.count(result.transactions(), "transaction") + " in "
                + Plain.time(result.elapsed());
    }

    private String padded(String name) {
        return name + " ".repeat(Math.max(0, nameWidth - name.length()));
    }

    private String paint(Verdict verdict, String text) {
        if (!colour) {
            return text;
        }
        int code = switch (verdict) {
            case Verdict.Proved v -> 32;
            case Verdict.Falsified v -> 31;
            case Verdict.Erroneous v -> 31;
            default -> 33;
        };
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
