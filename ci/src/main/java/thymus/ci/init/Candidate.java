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
record Candidate(String name, String kind, String claim, String topic, int strength, boolean isShown) {
    private static final int WIDTH = 120;

    Candidate(String name, String claim, String topic, int strength) {
        this(name, "invariant", claim, topic, strength, true);
    }

    String declaration() {
        String line = kind + " " + name + ": " + claim + ";\n";
        return line.length() <= WIDTH + 1 ? line : kind + " " + name + ":\n    " + claim + ";\n";
    }
}
