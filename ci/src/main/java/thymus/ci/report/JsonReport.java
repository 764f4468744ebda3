package thymus.ci.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thymus.ci.Version;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Judgement;
import thymus.ci.verdict.Verdict;
import thymus.harness.fork.ForkPoint;

/**
 * The report for machines, described by {@code report.schema.json} beside this class's resources. A key that does not
 * apply is null, so that every report and every property has the same keys; {@code
 * transactions} alone is there only where a sequence has fewer of them than steps.
 */
public final class JsonReport {
    /** Raised when a key goes away or changes its meaning; new keys alone do not raise it. */
    static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    /** @param fork that the system began with */
    public static String render(CheckResult result, Optional<ForkPoint> fork) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("thymus", Version.current());
        root.put("file", result.file());
        root.put("seed", result.seed());
        root.put("transactions", result.transactions());
        fork.ifPresentOrElse(point -> fill(root.putObject("fork"), point), () -> root.putNull("fork"));
        var properties = root.putArray("properties");
        result.judgements().forEach(judgement -> fill(properties.addObject(), judgement));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
        }
    }

    private static void fill(ObjectNode node, ForkPoint fork) {
        node.put("chain_id", fork.chainId());
        node.put("block", fork.number());
        node.put("block_hash", fork.source() == ForkPoint.Source.NODE ? "0x" + fork.fingerprint() : null);
        node.put("file_digest", fork.source() == ForkPoint.Source.FILE ? fork.fingerprint() : null);
        node.put("source", fork.name());
    }

    private static void fill(ObjectNode node, Judgement judgement) {
        Verdict verdict = judgement.verdict();
        node.put("name", judgement.property());
        node.put("kind", judgement.kind());
        node.put("verdict", verdict.word());
        node.put("depth", verdict instanceof Verdict.ProvedToDepth v ? v.depth() : null);
        node.put("method", verdict instanceof Verdict.Proved v ? v.method() : null);
        strings(node, "assumptions", verdict.assumptions());
        strings(node, "lemmas", verdict instanceof Verdict.Proved v ? v.lemmas() : List.of());
        strings(
                node,
                "smt",
                verdict instanceof Verdict.Proved v
                        ? v.smtFiles().stream().map(Path::toString).toList()
                        : List.of());
        node.put("reason", reason(verdict));
        node.put(
                "steps",
                verdict instanceof Verdict.Falsified v
                        ? v.counterexample().steps().size()
                        : null);
        if (verdict instanceof Verdict.Falsified v && v.counterexample().transactions() < v.counterexample().steps().size()) {
            node.put("transactions", v.counterexample().transactions());
        }
        node.put(
                "counterexample",
                verdict instanceof Verdict.Falsified v
                        ? v.counterexample().replay().toString()
                        : null);
        strings(
                node,
                "confirmed_on",
                verdict instanceof Verdict.Falsified v ? v.counterexample().confirmedOn() : List.of());
        node.put(
                "unconfirmed",
                verdict instanceof Verdict.Falsified v
                        ? v.counterexample().unconfirmed().orElse(null)
                        : null);
        node.put("millis", judgement.elapsed().toMillis());
    }

    /** Why there is no decision, or none for longer sequences, or in what way the property is broken. */
    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Proved v -> null;
            case Verdict.ProvedToDepth v -> v.open();
            case Verdict.Falsified v -> v.counterexample().explanation();
            case Verdict.Tested v -> v.unproved();
            case Verdict.Vacuous v -> v.trigger();
            case Verdict.Unknown v -> v.reason();
            case Verdict.Erroneous v -> v.reason();
        };
    }

    private static void strings(ObjectNode node, String key, List<String> values) {
        var array = node.putArray(key);
        values.forEach(array::add);
    }
}
