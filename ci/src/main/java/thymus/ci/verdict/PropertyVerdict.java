package thymus.ci.verdict;

import java.time.Duration;

/**
 * The verdict on one property.
 *
 * @param kind the word that introduces the property in its file
 * @param elapsed from the start of the check to the verdict
 */
public record PropertyVerdict(String property, String kind, Verdict verdict, Duration elapsed) {
    public PropertyVerdict ruled(Verdict other) {
        return new PropertyVerdict(property, kind, other, elapsed);
    }
}
