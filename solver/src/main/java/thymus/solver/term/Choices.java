package thymus.solver.term;

import java.util.Optional;

/** Builds choices between integers. The condition of a choice never decides a choice inside it. */
final class Choices {
    private final Terms terms;
    private final Interner interner;

    Choices(Terms terms, Interner interner) {
        this.terms = terms;
        this.interner = interner;
    }

    IntTerm choose(BoolTerm condition, IntTerm then, IntTerm otherwise) {
        if (condition == terms.yes || then == otherwise) {
            return then;
        }
        if (condition == terms.no) {
            return otherwise;
        }
        if (condition instanceof BoolTerm.Not not) {
            return choose(not.operand(), otherwise, then);
        }
        IntTerm thenUnder = under(condition, then);
        IntTerm otherwiseUnder = under(terms.not(condition), otherwise);
        if (thenUnder != then || otherwiseUnder != otherwise) {
            return choose(condition, thenUnder, otherwiseUnder);
        }
        Interval range = then.range().union(otherwise.range());
        return interner.intern(
                Interner.key("choice", condition, then, otherwise),
                id -> new IntTerm.Choice(id, condition, then, otherwise, range));
    }

    /** Replaces an inner choice by one of its sides if the outer condition decides it. */
    private IntTerm under(BoolTerm condition, IntTerm term) {
        if (!(term instanceof IntTerm.Choice inner)) {
            return term;
        }
        Optional<Boolean> decided = PathFacts.none(terms).assume(condition).decide(inner.condition());
        return decided.isEmpty() ? term : under(condition, decided.get() ? inner.then() : inner.otherwise());
    }
}
