package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.SmtResult;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** A query says of each abstract operation that it lies in its range: an empty range would prove everything. */
class AbstractOperationsHaveValuesTest {
    private final Terms terms = new Terms();
    private final WordTerms on = new WordTerms(new Simplifier(terms, PathFacts.none(terms)));
    private final IntTerm word = terms.symbol("word", WordArithmetic.WORD);
    /** Such as x - 2^256 is, which a path makes where it takes x to have wrapped, though x cannot. */
    private final IntTerm negative =
            terms.subtract(terms.symbol("small", Interval.unsigned(8)), terms.constant(BigInteger.TWO.pow(256)));

    @ParameterizedTest
    @EnumSource
    void alsoOfWhatIsNoWord(AbstractOperation operation) {
        for (IntTerm term : List.of(on.unknown(operation, negative, word), on.unknown(operation, word, negative))) {
            assertTrue(term.range().contains(BigInteger.ZERO), term::toString);
        }
    }

    @Test
    void aQueryThatMentionsOneIsSatisfiable() {
        IntTerm masked = on.unknown(AbstractOperation.AND, negative, word);
        assertInstanceOf(
                SmtResult.Satisfiable.class,
                Solvers.standard()
                        .open(1_000_000)
                        .check(List.of(terms.or(terms.zero(word), terms.equal(masked, word)))));
    }
}
