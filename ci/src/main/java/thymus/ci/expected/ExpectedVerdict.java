package thymus.ci.expected;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.ci.verdict.Verdict;

/**
 * What is expected of one property.
 *
 * @param word that of the verdict
 * @param steps the length of the shortest counterexample there is; empty where the file does not say it
 * @param more so many steps above the shortest are expected too
 * @param demanded whether less than this verdict is a miss; a verdict that says the opposite is wrong in any case
 * @param alone the word of the verdict by fuzzing alone; empty where the file does not say it
 */
public record ExpectedVerdict(String word, OptionalInt steps, int more, boolean demanded, Optional<String> alone) {
    private static final String FALSIFIED = "falsified";
    /** The weakest first. */
    private static final List<String> STRENGTH = List.of("error", "unknown", "tested", "proved-to-depth", "proved");

    public String text() {
        return word + (steps.isPresent() ? " in " + steps.getAsInt() : "") + (demanded ? "" : ", if anything");
    }

    /** Whether there is a sequence that breaks the property. */
    public boolean isAttack() {
        return word.equals(FALSIFIED);
    }

    /** @param fuzzOnly whether no proof was tried */
    public Outcome judge(Verdict verdict, boolean fuzzOnly) {
        return isAttack() ? judgeAttack(verdict, fuzzOnly) : judgePromise(verdict, fuzzOnly);
    }

    private Outcome judgeAttack(Verdict verdict, boolean fuzzOnly) {
        return switch (verdict) {
            case Verdict.Falsified v -> length(v.counterexample().steps().size());
            case Verdict.Proved v -> Outcome.CONTRADICTED;
            case Verdict.Vacuous v -> Outcome.CONTRADICTED;
            case Verdict.ProvedToDepth v ->
                steps.isPresent() && v.depth() >= steps.getAsInt() ? Outcome.CONTRADICTED : missed(fuzzOnly);
            case Verdict.Tested v -> missed(fuzzOnly);
            case Verdict.Unknown v -> missed(fuzzOnly);
            case Verdict.Erroneous v -> missed(fuzzOnly);
        };
    }

    private Outcome length(int found) {
        if (steps.isEmpty()) {
            return Outcome.AS_EXPECTED;
        }
        int fewest = steps.getAsInt();
        return found < fewest ? Outcome.CONTRADICTED : found <= fewest + more ? Outcome.AS_EXPECTED : Outcome.MISSED;
    }

    private Outcome missed(boolean fuzzOnly) {
        boolean excused = fuzzOnly && alone.filter(w -> !w.equals(FALSIFIED)).isPresent();
        return demanded && !excused ? Outcome.MISSED : Outcome.AS_EXPECTED;
    }

    private Outcome judgePromise(Verdict verdict, boolean fuzzOnly) {
        String got = verdict.word();
        if (got.equals(FALSIFIED)) {
            return Outcome.CONTRADICTED;
        }
        if (got.equals(word) || fuzzOnly) {
            return Outcome.AS_EXPECTED;
        }
        boolean stronger = STRENGTH.indexOf(got) > STRENGTH.indexOf(word) && STRENGTH.contains(word);
        return stronger ? Outcome.BETTER : demanded ? Outcome.MISSED : Outcome.AS_EXPECTED;
    }
}
