package thymus.solver.symbolic;

import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** What the rounds of a loop do to a word on the stack, from the least to the most. */
enum StackChange {
    /** Each round adds a small number: counters, and pointers into memory and storage. */
    STEPS,
    GROWS,
    ANYTHING;

    /** What one round may add. */
    private static final Interval STEP = Interval.unsigned(16);

    /** What all rounds may add: no gas pays for 2^40 of them. */
    private static final Interval STEPPED = Interval.unsigned(56);

    /** @param now the word a round later */
    static StackChange between(IntTerm before, IntTerm now, Simplifier simplifier) {
        IntTerm added = simplifier.terms().subtract(now, before);
        if (simplifier.facts().range(added).within(STEP)) {
            return STEPS;
        }
        return new Distances(simplifier).atMost(before, now) ? GROWS : ANYTHING;
    }

    /** The word after any number of rounds. */
    IntTerm after(Path path, IntTerm before, String name) {
        Terms terms = path.terms;
        IntTerm stepped = terms.add(before, terms.fresh(name + " steps", STEPPED));
        if (this == STEPS && path.simplifier.facts().range(stepped).within(WordArithmetic.WORD)) {
            return stepped;
        }
        IntTerm any = terms.fresh(name, WordArithmetic.WORD);
        if (this == GROWS) {
            path.assume(terms.lessOrEqual(before, any));
        }
        return any;
    }
}
