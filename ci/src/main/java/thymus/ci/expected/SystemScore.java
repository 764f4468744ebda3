package thymus.ci.expected;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.ci.CiException;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;

/**
 * The verdicts on one system beside what was expected of them.
 *
 * @param processor the processor time of the check; empty where the platform does not tell it
 */
public record SystemScore(
        String file,
        Optional<Incident> incident,
        List<PropertyScore> properties,
        long transactions,
        Duration elapsed,
        Optional<Duration> processor) {
    /** One verdict beside what was expected of it. */
    public record PropertyScore(PropertyVerdict judgement, ExpectedVerdict expected, Outcome outcome) {}

    public SystemScore {
        properties = List.copyOf(properties);
    }

    /**
     * @param fuzzOnly whether no proof was tried
     * @throws CiException.WrongInput if the file does not say what is expected of a property
     */
    public static SystemScore of(
            Path file, ExpectedFile expected, CheckResult result, boolean fuzzOnly, Optional<Duration> processor) {
        List<PropertyScore> scores = new ArrayList<>();
        for (PropertyVerdict judgement : result.judgements()) {
            ExpectedVerdict said = expected.properties().get(judgement.property());
            if (said == null) {
                throw new CiException.WrongInput(ExpectedFile.beside(file) + ": says nothing of " + judgement.kind()
                        + " " + judgement.property() + "; add it");
            }
            scores.add(new PropertyScore(judgement, said, said.judge(judgement.verdict(), fuzzOnly)));
        }
        return new SystemScore(
                file.toString(), expected.incident(), scores, result.transactions(), result.elapsed(), processor);
    }
}
