package thymus.ci.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import thymus.ci.expected.ExpectedFile;
import thymus.ci.expected.ExpectedVerdict;
import thymus.ci.expected.Incident;
import thymus.ci.expected.SystemScore;
import thymus.ci.expected.Totals;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.RenderedStep;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.Verdict;

/** The lines and the JSON, character by character. */
class BenchReportTest {
    private static final Testing TESTING = new Testing(200_000, 7, "12 of 20 blocks", Optional.empty());

    private static final Verdict PROVED =
            new Verdict.Proved("induction over 4 transaction paths", List.of("a lemma"), List.of(), List.of());

    private static Verdict falsified(int steps, ConfirmedCounterexample.Origin origin) {
        RenderedStep step = new RenderedStep("at once", "alice", "fund.leave()", "", List.of());
        return new Verdict.Falsified(new ConfirmedCounterexample(
                origin, Collections.nCopies(steps, step), "no cover", Path.of(".thymus/TheDao/covered.json")));
    }

    private static ExpectedVerdict attack(int steps) {
        return new ExpectedVerdict("falsified", OptionalInt.of(steps), 0, true, Optional.empty());
    }

    private static ExpectedVerdict promise() {
        return new ExpectedVerdict("proved", OptionalInt.empty(), 0, true, Optional.empty());
    }

    private static CheckResult result(String file, PropertyVerdict... judgements) {
        return new CheckResult(file, 1, 12_345, List.of(judgements), List.of(), List.of(), Duration.ofMillis(2_500));
    }

    private static PropertyVerdict judged(String name, Verdict verdict) {
        return new PropertyVerdict(name, "invariant", verdict, Duration.ofMillis(900));
    }

    private static Totals sample() {
        SystemScore incident = SystemScore.of(
                Path.of("history/TheDao.inv"),
                new ExpectedFile(
                        Map.of("covered", attack(2), "paid", attack(1)),
                        List.of(),
                        Optional.of(new Incident("The DAO", 2016, "all 100 ether"))),
                result(
                        "history/TheDao.inv",
                        judged("covered", falsified(2, ConfirmedCounterexample.Origin.FUZZER)),
                        judged("paid", falsified(2, ConfirmedCounterexample.Origin.PROVER))),
                false,
                Optional.of(Duration.ofMillis(3_100)));
        SystemScore defence = SystemScore.of(
                Path.of("Pause.inv"),
                new ExpectedFile(
                        Map.of("span", promise(), "rare", promise(), "held", attack(2)), List.of(), Optional.empty()),
                result(
                        "Pause.inv",
                        judged("span", PROVED),
                        judged("rare", new Verdict.Tested(TESTING, "no lemma fits")),
                        judged("held", PROVED)),
                false,
                Optional.of(Duration.ofMillis(400)));
        return new Totals(List.of(incident, defence), 1);
    }

    @Test
    void text() throws IOException {
        StringBuilder text = new StringBuilder();
        sample().systems().forEach(system -> text.append(BenchReport.text(system)));
        Golden.assertSame("bench.txt", text + BenchReport.text(sample()) + "\n");
    }

    @Test
    void json() throws IOException {
        Golden.assertSame(
                "bench.json", BenchReport.json(sample(), Map.of("Wrong.inv", "Wrong.inv:1:1: no contract"), 1, false));
    }
}
