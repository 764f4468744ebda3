package thymus.ci.init;

/**
 * An invariant that may be one.
 *
 * @param name of the property
 * @param claim the expression, or for a rule its trigger and expression
 * @param kind the keyword of its declaration
 * @param topic what it is about; where a stronger claim of the same topic is kept, this one is not needed
 * @param strength a claim of greater strength implies those of the same topic with less
 * @param isShown whether it is written; others only show that a written one follows
 */
record CandidateClaim(String name, String kind, String claim, String topic, int strength, boolean isShown) {
    /** The strength of a claim that something never changes, which leaves nothing else to say of its changes. */
    static final int NEVER_CHANGES = 9;

    private static final int WIDTH = 120;

    CandidateClaim(String name, String claim, String topic, int strength) {
        this(name, "invariant", claim, topic, strength, true);
    }

    boolean neverChanges() {
        return strength == NEVER_CHANGES;
    }

    String declaration() {
        String line = kind + " " + name + ": " + claim + ";\n";
        return line.length() <= WIDTH + 1 ? line : kind + " " + name + ":\n    " + claim + ";\n";
    }
}
