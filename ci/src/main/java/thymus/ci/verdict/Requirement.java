package thymus.ci.verdict;

/** The demand of a run on the verdict of every property. */
public enum Requirement {
    /** Nothing short of a proof for any length. */
    PROVED,
    /** Every property is proved or falsified. */
    DECIDED;

    public boolean isMetBy(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Proved v -> true;
            case Verdict.Falsified v -> this == DECIDED;
            case Verdict.ProvedToDepth v -> false;
            case Verdict.Tested v -> false;
            case Verdict.Vacuous v -> false;
            case Verdict.Unknown v -> false;
            case Verdict.Erroneous v -> false;
        };
    }
}
