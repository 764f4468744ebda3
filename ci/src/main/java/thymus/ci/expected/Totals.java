package thymus.ci.expected;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import thymus.ci.ExitCode;
import thymus.ci.expected.SystemScore.PropertyScore;
import thymus.ci.verdict.Verdict;

/**
 * The scores of all systems together.
 *
 * @param failed the number of files that could not be checked
 */
public record Totals(List<SystemScore> systems, int failed) {
    public Totals {
        systems = List.copyOf(systems);
    }

    public long properties() {
        return scores().size();
    }

    public long count(Outcome outcome) {
        return scores().stream().filter(s -> s.outcome() == outcome).count();
    }

    /** Properties that an attack breaks. */
    public long attacks() {
        return scores().stream().filter(s -> s.expected().isAttack()).count();
    }

    public long attacksFound() {
        return scores().stream()
                .filter(s -> s.expected().isAttack() && s.judgement().verdict() instanceof Verdict.Falsified)
                .count();
    }

    /** Properties that are to be proved for sequences of any length. */
    public long promises() {
        return scores().stream().filter(Totals::isPromise).count();
    }

    public long promisesProved() {
        return scores().stream()
                .filter(s -> isPromise(s) && s.judgement().verdict() instanceof Verdict.Proved)
                .count();
    }

    public Duration elapsed() {
        return systems.stream().map(SystemScore::elapsed).reduce(Duration.ZERO, Duration::plus);
    }

    /** Empty where the platform does not tell it. */
    public Optional<Duration> processor() {
        return systems.stream().allMatch(s -> s.processor().isPresent())
                ? Optional.of(
                        systems.stream().map(s -> s.processor().orElseThrow()).reduce(Duration.ZERO, Duration::plus))
                : Optional.empty();
    }

    /** A contradiction comes first, whatever else happened. */
    public ExitCode exitCode() {
        if (count(Outcome.CONTRADICTED) > 0) {
            return ExitCode.FALSIFIED;
        }
        if (failed > 0) {
            return ExitCode.WRONG_INPUT;
        }
        return count(Outcome.MISSED) > 0 ? ExitCode.REQUIREMENT : ExitCode.OK;
    }

    private static boolean isPromise(PropertyScore score) {
        return score.expected().word().equals("proved");
    }

    private List<PropertyScore> scores() {
        return systems.stream().flatMap(s -> s.properties().stream()).toList();
    }
}
