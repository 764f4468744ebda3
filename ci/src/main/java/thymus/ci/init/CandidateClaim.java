package thymus.ci.init;

import java.util.Optional;

/**
 * An invariant that may be one.
 *
 * @param name of the property
 * @param keyword of its declaration
 * @param claim the expression, or for a rule its trigger and expression
 * @param topic what it is about; where a stronger claim of the same topic is kept, this one is not needed
 * @param strength a claim of greater strength implies those of the same topic with less
 * @param isShown whether it is written; others only show that a written one follows
 * @param bound the claim, where it says that one value is at most another
 */
record CandidateClaim(
        String name, String keyword, String claim, String topic, int strength, boolean isShown, Optional<Bound> bound) {
    /** The strength of a claim that something never changes, which leaves nothing else to say of its changes. */
    static final int NEVER_CHANGES = 9;

    private static final int WIDTH = 120;

    /** Two values, the first of which is at most the second. */
    record Bound(String lower, String upper) {
        String claim() {
            return lower + " <= " + upper;
        }

        Bound turned() {
            return new Bound(/* lower= */ upper, /* upper= */ lower);
        }
    }

    static CandidateClaim invariant(String name, String claim, String topic, int strength) {
        return new CandidateClaim(name, "invariant", claim, topic, strength, true, Optional.empty());
    }

    static CandidateClaim rule(String name, String claim, String topic) {
        return new CandidateClaim(name, "rule", claim, topic, 1, true, Optional.empty());
    }

    static CandidateClaim bound(String name, Bound bound, boolean isShown) {
        return new CandidateClaim(name, "invariant", bound.claim(), bound.claim(), 1, isShown, Optional.of(bound));
    }

    boolean neverChanges() {
        return strength == NEVER_CHANGES;
    }

    String declaration() {
        String line = keyword + " " + name + ": " + claim + ";\n";
        return line.length() <= WIDTH + 1 ? line : keyword + " " + name + ":\n    " + claim + ";\n";
    }
}
