package thymus.solver.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.SmtResult;

/**
 * A quotient stands where its divisor is known to be positive; what is built elsewhere from the same term may be
 * anything.
 */
class DivisionWithoutMeaningTest {
    private final Terms terms = new Terms();
    private final IntTerm x = terms.symbol("x", Interval.unsigned(256));
    private final IntTerm d = terms.symbol("d", Interval.unsigned(256));

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -7})
    void mayHaveAnyValue(long divisor) {
        IntTerm by = terms.constant(divisor);
        for (IntTerm term : List.of(terms.divide(x, by, Ranges.NATURAL), terms.modulo(x, by, Ranges.NATURAL))) {
            assertEquals(Interval.ALL, term.range());
        }
        IntTerm quotient = terms.divide(x, by, Ranges.NATURAL);
        for (long value : new long[] {-3, 0, 5}) {
            assertInstanceOf(
                    SmtResult.Satisfiable.class,
                    Solvers.standard().open(1_000_000).check(List.of(terms.equal(quotient, terms.constant(value)))));
        }
    }

    @Test
    void staysWhereADivisorIsReplacedByZero() {
        IntTerm both = terms.add(terms.divide(x, d, Ranges.NATURAL), terms.modulo(x, d, Ranges.NATURAL));
        IntTerm guarded = terms.choose(terms.zero(d), terms.one, both);
        Replacer replacer = new Replacer(terms, new Replacer.Unknowns() {
            @Override
            public IntTerm symbol(IntTerm.Symbol symbol) {
                return symbol == d ? terms.zero : symbol;
            }

            @Override
            public IntTerm apply(IntTerm.Apply apply, List<IntTerm> arguments) {
                return apply;
            }
        });
        assertEquals(Interval.ALL, replacer.replace(both).range());
        assertSame(terms.one, replacer.replace(guarded));
    }

    @Test
    void staysWhereAPathLearnsThatADivisorIsZero() {
        IntTerm both = terms.add(terms.divide(x, d, Ranges.NATURAL), terms.modulo(x, d, Ranges.NATURAL));
        PathFacts facts = PathFacts.none(terms).assume(terms.zero(d));
        assertEquals(Interval.ALL, new Simplifier(terms, facts).simplify(both).range());
    }

    /** {@code floor(floor(x/0)/2)} is no {@code floor(x/0)}. */
    @Test
    void isNotTakenApartByALaterDivision() {
        IntTerm quotient = terms.divide(x, terms.zero, Ranges.NATURAL);
        IntTerm half = terms.divide(quotient, terms.constant(BigInteger.TWO), Ranges.NATURAL);
        assertEquals(quotient, assertInstanceOf(IntTerm.Quotient.class, half).dividend());
    }
}
