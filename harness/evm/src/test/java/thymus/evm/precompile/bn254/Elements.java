package thymus.evm.precompile.bn254;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import thymus.evm.primitive.Word;

/**
 * Elements of the fields, often with parts that are zero or near the prime, or near a power of two, where carries go
 * wrong.
 */
final class Elements extends DomainContextBase {
    @Provide
    Arbitrary<BigInteger> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.ZERO, Fp.P.subtract(BigInteger.ONE)),
                Arbitraries.integers().between(0, 3).map(BigInteger::valueOf),
                Arbitraries.integers().between(1, 3).map(below -> Fp.P.subtract(BigInteger.valueOf(below))),
                Arbitraries.integers().between(1, 253).map(bit -> BigInteger.ONE.shiftLeft(bit)),
                Arbitraries.integers()
                        .between(1, 253)
                        .map(bit -> BigInteger.ONE.shiftLeft(bit).subtract(BigInteger.ONE)));
    }

    @Provide
    Arbitrary<Fp> fp() {
        return numbers().map(number -> Fp.of(Word.of(number)).orElseThrow());
    }

    @Provide
    Arbitrary<Fp2> fp2() {
        return Combinators.combine(fp(), fp()).as(Fp2::new);
    }

    @Provide
    Arbitrary<Fp6> fp6() {
        return Combinators.combine(fp2(), fp2(), fp2()).as(Fp6::new);
    }

    @Provide
    Arbitrary<Fp12> fp12() {
        return Combinators.combine(fp6(), fp6()).as(Fp12::new);
    }
}
