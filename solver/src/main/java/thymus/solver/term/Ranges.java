package thymus.solver.term;

/** Where ranges come from: the terms themselves, or what a path knows beside. */
public interface Ranges {
    /** What every term says of itself. */
    Ranges NATURAL = IntTerm::range;

    Interval of(IntTerm term);
}
