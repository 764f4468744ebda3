package thymus.ci.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import thymus.ci.report.VerdictWords;
import thymus.ci.verdict.CheckResult;
import thymus.spec.text.NumberText;

/** The last line of a check of several specifications. */
final class SeveralText {
    private SeveralText() {}

    /** @param failed how many could not be checked */
    static String summary(List<CheckResult> results, int failed) {
        Map<String, Integer> counts = new TreeMap<>();
        results.stream()
                .flatMap(r -> r.judgements().stream())
                .forEach(j -> counts.merge(j.verdict().word(), 1, Integer::sum));
        String verdicts = counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        return NumberText.count(results.size(), "file") + " checked" + (verdicts.isEmpty() ? "" : ": " + verdicts)
                + VerdictWords.expectations(
                        results.stream().flatMap(r -> r.judgements().stream()).toList())
                + (failed == 0 ? "" : "; " + NumberText.count(failed, "file") + " could not be checked");
    }
}
