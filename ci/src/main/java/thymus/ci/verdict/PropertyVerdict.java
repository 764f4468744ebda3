package thymus.ci.verdict;

import java.time.Duration;
import java.util.Optional;
import thymus.spec.Expectation;

/**
 * The verdict on one property.
 *
 * @param kind the word that introduces the property in its file
 * @param elapsed from the start of the check to the verdict
 * @param expected the verdict that the file expects; empty if it says nothing
 * @param reached the largest value of what it maximizes; empty if it maximizes nothing, or the verdict says more
 */
public record PropertyVerdict(
        String property,
        String kind,
        Verdict verdict,
        Duration elapsed,
        Optional<Expectation> expected,
        Optional<ReachedMaximum> reached) {
    public PropertyVerdict(String property, String kind, Verdict verdict, Duration elapsed) {
        this(property, kind, verdict, elapsed, Optional.empty(), Optional.empty());
    }

    public PropertyVerdict ruled(Verdict other) {
        return new PropertyVerdict(property, kind, other, elapsed, expected, reached);
    }

    public PropertyVerdict expecting(Optional<Expectation> verdictOfFile) {
        return new PropertyVerdict(property, kind, verdict, elapsed, verdictOfFile, reached);
    }

    public PropertyVerdict reaching(Optional<ReachedMaximum> maximum) {
        return new PropertyVerdict(property, kind, verdict, elapsed, expected, maximum);
    }

    /** Whether the file expects a verdict, and this is it. */
    public boolean isAsExpected() {
        return expected.filter(this::meets).isPresent();
    }

    /** Whether the file expects a verdict, and this is another one. */
    public boolean isUnexpected() {
        return expected.isPresent() && !isAsExpected();
    }

    private boolean meets(Expectation expectation) {
        return switch (expectation.outcome()) {
            case PROVED -> verdict instanceof Verdict.Proved;
            case VACUOUS -> verdict instanceof Verdict.Vacuous;
            case FALSIFIED ->
                verdict instanceof Verdict.Falsified falsified
                        && (expectation.steps().isEmpty()
                                || expectation.steps().getAsInt()
                                        == falsified.counterexample().steps().size());
        };
    }
}
