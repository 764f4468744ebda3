package thymus.ci.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import thymus.ci.expected.ExpectedVerdict;
import thymus.ci.expected.Incident;
import thymus.ci.expected.Outcome;
import thymus.ci.expected.SystemScore;
import thymus.ci.expected.SystemScore.PropertyScore;
import thymus.ci.expected.Totals;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Verdict;
import thymus.spec.text.NumberText;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Systems with known verdicts: what was found of each, for a reader and for machines. */
public final class BenchReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OUTCOME_WIDTH = Outcome.CONTRADICTED.text().length();

    private BenchReport() {}

    /** The lines of one system, which end with a newline each. */
    public static String text(SystemScore system) {
        StringBuilder text = new StringBuilder(TerminalText.text(system.file()));
        system.incident().ifPresent(i -> text.append("  ").append(TerminalText.text(i.text())));
        text.append('\n');
        int width = system.properties().stream()
                .mapToInt(s -> s.judgement().property().length())
                .max()
                .orElse(0);
        system.properties().forEach(score -> text.append(line(score, width)));
        return text.append("  ")
                .append(cost(system.elapsed(), system.processor()))
                .append(", ")
                .append(NumberText.count(system.transactions(), "transaction"))
                .append('\n')
                .toString();
    }

    private static String line(PropertyScore score, int width) {
        PropertyVerdict judgement = score.judgement();
        return String.format(
                        Locale.ROOT,
                        "  %-" + OUTCOME_WIDTH + "s  %-" + width + "s  expected %s, got %s: %s  [%s]%n",
                        score.outcome().text(),
                        judgement.property(),
                        score.expected().text(),
                        got(judgement.verdict()),
                        VerdictWords.detail(judgement.verdict())
                                + judgement
                                        .verdict()
                                        .shown()
                                        .map(c -> ", found by the "
                                                + c.origin().name().toLowerCase(Locale.ROOT))
                                        .orElse(""),
                        TerminalText.time(judgement.elapsed()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String got(Verdict verdict) {
        return verdict instanceof Verdict.Falsified v
                ? verdict.word() + " in " + v.counterexample().steps().size()
                : verdict.word();
    }

    private static String cost(Duration elapsed, Optional<Duration> processor) {
        return TerminalText.time(elapsed)
                + processor
                        .map(spent -> String.format(Locale.ROOT, ", %.1f CPU s", spent.toMillis() / 1000.0))
                        .orElse(", processor time not known");
    }

    /** The last line, without its end. */
    public static String text(Totals totals) {
        return NumberText.count(totals.systems().size(), "system") + ", "
                + NumberText.count(totals.properties(), "property", "properties") + ": "
                + totals.count(Outcome.AS_EXPECTED) + " as expected"
                + optional(totals.count(Outcome.BETTER), "better")
                + optional(totals.count(Outcome.MISSED), "missed")
                + optional(totals.count(Outcome.CONTRADICTED), "contradicted")
                + optional(totals.failed(), "not checked")
                + "; " + totals.attacksFound() + " of " + NumberText.count(totals.attacks(), "attack") + " found, "
                + totals.promisesProved() + " of " + NumberText.count(totals.promises(), "promise") + " proved; "
                + cost(totals.elapsed(), totals.processor());
    }

    private static String optional(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }

    /**
     * @param failed files that could not be checked, with what was said of them
     */
    public static String json(Totals totals, Map<String, String> failed, long seed, boolean fuzzOnly) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", 1);
        root.put("seed", seed);
        root.put("fuzz_only", fuzzOnly);
        var systems = root.putArray("systems");
        totals.systems().forEach(system -> fill(systems.addObject(), system));
        var failures = root.putArray("failed");
        failed.forEach((file, message) -> failures.addObject().put("file", file).put("error", message));
        ObjectNode sum = root.putObject("totals");
        sum.put("systems", totals.systems().size());
        sum.put("properties", totals.properties());
        for (Outcome outcome : Outcome.values()) {
            sum.put(word(outcome), totals.count(outcome));
        }
        sum.put("attacks", totals.attacks());
        sum.put("attacks_found", totals.attacksFound());
        sum.put("promises", totals.promises());
        sum.put("promises_proved", totals.promisesProved());
        cost(sum, totals.elapsed(), totals.processor());
        return root.toPrettyString() + "\n";
    }

    private static void fill(ObjectNode node, SystemScore system) {
        node.put("file", system.file());
        system.incident().ifPresent(i -> fill(node.putObject("incident"), i));
        var properties = node.putArray("properties");
        system.properties().forEach(score -> fill(properties.addObject(), score));
        node.put("transactions", system.transactions());
        cost(node, system.elapsed(), system.processor());
    }

    private static void fill(ObjectNode node, Incident incident) {
        node.put("name", incident.name());
        node.put("year", incident.year());
        node.put("loss", incident.loss());
    }

    private static void fill(ObjectNode node, PropertyScore score) {
        Verdict verdict = score.judgement().verdict();
        ExpectedVerdict expected = score.expected();
        node.put("name", score.judgement().property());
        node.put("kind", score.judgement().kind());
        node.put("expected", expected.word());
        node.put(
                "expected_steps",
                expected.steps().isPresent() ? expected.steps().getAsInt() : null);
        node.put("verdict", verdict.word());
        node.put("steps", verdict.shown().map(c -> c.steps().size()).orElse(null));
        node.put(
                "found_by",
                verdict.shown()
                        .map(c -> c.origin().name().toLowerCase(Locale.ROOT))
                        .orElse(null));
        node.put("detail", VerdictWords.detail(verdict));
        node.put("outcome", word(score.outcome()));
        node.put("millis", score.judgement().elapsed().toMillis());
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static void cost(ObjectNode node, Duration elapsed, Optional<Duration> processor) {
        node.put("millis", elapsed.toMillis());
        node.put("cpu_millis", processor.map(Duration::toMillis).orElse(null));
    }
}
