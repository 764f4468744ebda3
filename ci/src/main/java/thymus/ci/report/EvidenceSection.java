package thymus.ci.report;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.StandingAssumption;
import thymus.ci.verdict.Verdict;
import thymus.spec.text.NumberText;

/** The part of the text report that says what the verdicts mean and rest on. */
final class EvidenceSection {
    private static final int MANY_CALLS = 500;

    private final PrintStream out;

    EvidenceSection(PrintStream out) {
        this.out = out;
    }

    void print(CheckResult result, Basis basis) {
        meanings(result);
        section("Assumptions", assumptions(result));
        section("Standing assumptions", standing());
        section("Contracts", contracts(basis));
        section("Proofs", proofs(result));
        section("Not proved", unproved(result));
        section("Not confirmed on an independent EVM", unconfirmed(result));
        section("Never succeeded under fuzzing", unreached(result));
        section(
                "Faults of Thymus",
                result.faults().stream()
                        .map(fault -> TerminalText.text(fault.sentence()))
                        .toList());
    }

    private void meanings(CheckResult result) {
        Map<String, String> meanings = new LinkedHashMap<>();
        result.judgements().forEach(j -> meanings.put(j.verdict().word(), VerdictWords.meaning(j.verdict())));
        out.println();
        meanings.forEach((word, meaning) -> out.println(word + ": " + meaning));
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title);
            lines.forEach(line -> out.println("  " + line));
        }
    }

    /** Each assumption once, with the properties that rest on it. */
    private static List<String> assumptions(CheckResult result) {
        Map<String, List<String>> users = new LinkedHashMap<>();
        for (PropertyVerdict judgement : result.judgements()) {
            List<String> assumptions = judgement.verdict().assumptions();
            if (assumptions.isEmpty() && isProof(judgement.verdict())) {
                users.computeIfAbsent("none beside the standing ones", a -> new ArrayList<>())
                        .add(judgement.property());
            }
            assumptions.forEach(
                    assumption -> users.computeIfAbsent(TerminalText.text(assumption), a -> new ArrayList<>())
                            .add(judgement.property()));
        }
        List<String> lines = new ArrayList<>();
        users.forEach((assumption, names) -> lines.add(assumption
                + (names.size() == result.judgements().size() ? "" : "  (" + String.join(", ", names) + ")")));
        return lines;
    }

    private static List<String> standing() {
        return Stream.of(StandingAssumption.values())
                .map(StandingAssumption::sentence)
                .toList();
    }

    private static List<String> contracts(Basis basis) {
        return basis.contracts().stream()
                .map(contract -> TerminalText.text(contract.name() + ": " + ContractText.of(contract)))
                .toList();
    }

    private static boolean isProof(Verdict verdict) {
        return verdict instanceof Verdict.Proved || verdict instanceof Verdict.ProvedToDepth;
    }

    /** The files and the command that check a proof again. */
    private static List<String> proofs(CheckResult result) {
        List<String> lines = new ArrayList<>();
        for (PropertyVerdict judgement : result.judgements()) {
            if (judgement.verdict() instanceof Verdict.Proved proved) {
                proved.lemmas().forEach(lemma -> lines.add(judgement.property() + " uses " + TerminalText.text(lemma)));
                if (!proved.smtFiles().isEmpty()) {
                    Path first = proved.smtFiles().getFirst();
                    int more = proved.smtFiles().size() - 1;
                    lines.add(judgement.property() + ": queries for any SMT solver in "
                            + TerminalText.text(first.toString())
                            + (more == 0 ? "" : " and " + more + " more beside it"));
                }
            }
        }
        return lines;
    }

    private static List<String> unproved(CheckResult result) {
        List<String> lines = new ArrayList<>();
        for (PropertyVerdict judgement : result.judgements()) {
            VerdictWords.unproved(judgement.verdict())
                    .ifPresent(reason -> lines.add(
                            judgement.property() + beyond(judgement.verdict()) + ": " + TerminalText.text(reason)));
        }
        result.judgements().stream()
                .flatMap(j -> VerdictWords.fuzzed(j.verdict()).stream())
                .findFirst()
                .ifPresent(testing -> lines.add("The fuzzer's reach: " + testing.coverage()));
        return lines;
    }

    private static String beyond(Verdict verdict) {
        return verdict instanceof Verdict.ProvedToDepth bounded
                ? ", beyond " + NumberText.count(bounded.depth(), "transaction")
                : "";
    }

    /** Each reason once, with the properties whose counterexamples only our own EVM has run. */
    private static List<String> unconfirmed(CheckResult result) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (PropertyVerdict judgement : result.judgements()) {
            if (judgement.verdict() instanceof Verdict.Falsified falsified) {
                falsified
                        .counterexample()
                        .unconfirmed()
                        .ifPresent(reason -> names.computeIfAbsent(TerminalText.text(reason), r -> new ArrayList<>())
                                .add(judgement.property()));
            }
        }
        return names.entrySet().stream()
                .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
                .toList();
    }

    /** Functions whose every call of many reverted: what the fuzzer says of them is worth nothing. */
    private static List<String> unreached(CheckResult result) {
        return result.functions().stream()
                .filter(f -> f.succeeded() == 0 && f.reverted() >= MANY_CALLS)
                .map(f -> TerminalText.text(f.function()) + "  (" + NumberText.count(f.reverted(), "call") + ")"
                        + (f.reasons().isEmpty() ? "" : ": " + TerminalText.text(String.join("; ", f.reasons()))))
                .toList();
    }
}
