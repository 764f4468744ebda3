package thymus.solver.term;

/** The source of ranges: the terms themselves, or the facts of a path. */
public interface Ranges {
    /** Each term's own range. */
    Ranges NATURAL = IntTerm::range;

    /** A range that contains every value of the term. */
    Interval of(IntTerm term);
}
