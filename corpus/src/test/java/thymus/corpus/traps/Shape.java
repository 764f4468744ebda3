package thymus.corpus.traps;

/** A family of parts of contracts, with properties that are true of them by construction. */
interface Shape {
    /** Adds one part: state, functions, claims, and at least one weakness. */
    void draw(Dice dice, Draft draft);
}
