package thymus.ci.verdict;

import java.time.Duration;

/**
 * The verdict on one property.
 *
 * @param kind the word that introduces the property in its file
 * @param elapsed from the start of the check to the verdict
 */
public record Judgement(String property, String kind, Verdict verdict, Duration elapsed) {
    public Judgement ruled(Verdict other) {
        return new Judgement(property, kind, other, elapsed);
    }
}
