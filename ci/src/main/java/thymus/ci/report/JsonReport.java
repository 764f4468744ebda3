package thymus.ci.report;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import thymus.ci.Version;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.CheckedContract;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.Fault;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.ReachedMaximum;
import thymus.ci.verdict.StandingAssumption;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.UsedOptions;
import thymus.ci.verdict.Verdict;
import thymus.fork.state.ForkPoint;
import thymus.spec.Expectation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report for machines, described by {@code report.schema.json} beside this class's resources. A key that does not
 * apply is null, so that every report and every property has the same keys; {@code
 * transactions} alone is there only where a sequence has fewer of them than steps.
 */
public final class JsonReport {
    /** Raised when a key goes away or changes its meaning; new keys alone do not raise it. */
    static final int SCHEMA = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    public static String render(CheckResult result, Basis basis) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("thymus", Version.current());
        root.put("solver", basis.solver());
        root.put("file", result.file());
        root.put("seed", result.seed());
        root.put("transactions", result.transactions());
        fill(root.putObject("options"), basis.options());
        basis.fork().ifPresentOrElse(point -> fill(root.putObject("fork"), point), () -> root.putNull("fork"));
        var contracts = root.putArray("contracts");
        basis.contracts().forEach(contract -> fill(contracts.addObject(), contract));
        var standing = root.putArray("standing_assumptions");
        for (StandingAssumption assumption : StandingAssumption.values()) {
            standing.addObject().put("id", assumption.id()).put("text", assumption.sentence());
        }
        strings(root, "faults", result.faults().stream().map(Fault::sentence).toList());
        var properties = root.putArray("properties");
        result.judgements().forEach(judgement -> fill(properties.addObject(), judgement));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(printer).writeValueAsString(root) + "\n";
    }

    private static void fill(ObjectNode node, UsedOptions options) {
        node.put("for_millis", options.budget().toMillis());
        node.put("transactions", options.transactions());
        node.put("sequence_length", options.sequenceLength());
        node.put("judge", options.judge());
        node.put("fuzz_only", options.fuzzOnly());
        strings(node, "only", options.only());
        node.put("artifacts", options.artifacts().orElse(null));
        node.put("verify_proofs", options.verifyProofs());
        node.put(
                "require",
                options.requirement()
                        .map(r -> r.name().toLowerCase(Locale.ROOT))
                        .orElse(null));
        node.put("independent", options.independent());
        node.put("corpus", options.corpus().orElse(null));
    }

    private static void fill(ObjectNode node, CheckedContract contract) {
        node.put("name", contract.name());
        node.put("artifact", contract.artifact());
        node.put("address", contract.address());
        node.put("code_keccak256", contract.codeHash());
        node.put("compiler", contract.compiler().orElse("unknown"));
    }

    private static void fill(ObjectNode node, ForkPoint fork) {
        node.put("chain_id", fork.chainId());
        node.put("block", fork.number());
        node.put("block_hash", fork.source() == ForkPoint.Source.NODE ? "0x" + fork.fingerprint() : null);
        node.put("file_digest", fork.source() == ForkPoint.Source.FILE ? fork.fingerprint() : null);
        node.put("source", fork.name());
    }

    private static void fill(ObjectNode node, PropertyVerdict judgement) {
        Verdict verdict = judgement.verdict();
        node.put("name", judgement.property());
        node.put("kind", judgement.kind());
        node.put("verdict", verdict.word());
        node.put("expected", judgement.expected().map(Expectation::text).orElse(null));
        node.put(
                "as_expected",
                judgement.expected().map(e -> judgement.isAsExpected()).orElse(null));
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
        VerdictWords.fuzzed(verdict)
                .flatMap(Testing::sample)
                .ifPresent(sentence -> node.put("benign_traces", sentence));
        node.put("advice", verdict instanceof Verdict.Erroneous v ? v.advice().orElse(null) : null);
        Optional<ConfirmedCounterexample> shown = verdict.shown();
        node.put("steps", shown.map(c -> c.steps().size()).orElse(null));
        shown.filter(c -> c.transactions() < c.steps().size())
                .ifPresent(c -> node.put("transactions", c.transactions()));
        node.put("counterexample", shown.map(c -> c.replay().toString()).orElse(null));
        strings(
                node,
                "confirmed_on",
                shown.map(ConfirmedCounterexample::confirmedOn).orElse(List.of()));
        node.put(
                "unconfirmed",
                shown.flatMap(ConfirmedCounterexample::unconfirmed).orElse(null));
        judgement
                .reached()
                .ifPresentOrElse(maximum -> fill(node.putObject("reached"), maximum), () -> node.putNull("reached"));
        node.put("millis", judgement.elapsed().toMillis());
    }

    private static void fill(ObjectNode node, ReachedMaximum maximum) {
        node.put("value", maximum.value().toString());
        node.put("left", maximum.left().map(BigInteger::toString).orElse(null));
        node.put("exact", maximum.isExact());
        node.put("steps", maximum.sequence().steps().size());
        node.put("replay", maximum.sequence().replay().toString());
        strings(node, "confirmed_on", maximum.sequence().confirmedOn());
        node.put("unconfirmed", maximum.sequence().unconfirmed().orElse(null));
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
