package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * EVM word arithmetic over terms: the symbolic semantics of the pure opcodes. Every result is in [0, 2^256).
 *
 * <p>An operation without an arithmetic form, such as the bitwise AND of two unknowns, becomes an unknown function of
 * its operands. This over-approximation may lose a proof but is sound.
 */
public final class WordArithmetic {
    static final BigInteger MODULUS = BigInteger.TWO.pow(256);
    public static final Interval WORD = Interval.unsigned(256);

    /**
     * The prefix of the names of abstract operations, because SMT-LIB has its own {@code and}, {@code or} and
     * {@code xor}.
     */
    public static final String ABSTRACT = "evm_";

    private final Terms terms;
    private final Simplifier simplifier;
    private final WordTerms on;
    private final BitOperations bits;
    private final WideProducts wide;

    public WordArithmetic(Simplifier simplifier) {
        this.simplifier = simplifier;
        this.terms = simplifier.terms();
        this.on = new WordTerms(simplifier);
        this.bits = new BitOperations(on);
        this.wide = new WideProducts(on, this);
    }

    /** The operations on single bits. */
    BitOperations bits() {
        return bits;
    }

    /** The condition that the word is not zero. */
    BoolTerm isTrue(IntTerm word) {
        return on.isTrue(word);
    }

    /** Extracts {@code width} bits of the word from bit {@code offset} up. */
    public IntTerm field(IntTerm word, int offset, int width) {
        return bits.field(word, offset, width);
    }

    private IntTerm unless(BoolTerm special, IntTerm then, Supplier<IntTerm> otherwise) {
        BoolTerm decided = simplifier.simplify(special);
        return decided == terms.yes ? then : terms.choose(decided, then, otherwise.get());
    }

    public IntTerm add(IntTerm a, IntTerm b) {
        return on.wrap(terms.add(a, b));
    }

    public IntTerm subtract(IntTerm a, IntTerm b) {
        IntTerm difference = on.wrap(terms.subtract(a, b));
        return wide.high(a, difference).orElse(difference);
    }

    public IntTerm multiply(IntTerm a, IntTerm b) {
        IntTerm x = on.known(a);
        IntTerm y = on.known(b);
        IntTerm product = new SignedWords(on).product(x, y).orElseGet(() -> on.wrap(terms.multiply(x, y)));
        return wide.quotient(x, y, product).orElse(product);
    }

    public IntTerm divide(IntTerm a, IntTerm b) {
        IntTerm dividend = on.unwrapped(a);
        IntTerm divisor = on.known(b);
        return unless(terms.zero(divisor), terms.zero, () -> terms.divide(dividend, divisor, on::range));
    }

    public IntTerm modulo(IntTerm a, IntTerm b) {
        IntTerm divisor = on.known(b);
        return unless(terms.zero(divisor), terms.zero, () -> terms.modulo(a, divisor, on::range));
    }

    public IntTerm addModulo(IntTerm a, IntTerm b, IntTerm n) {
        IntTerm sum = terms.add(a, b);
        IntTerm divisor = on.known(n);
        return unless(terms.zero(divisor), terms.zero, () -> terms.modulo(sum, divisor, on::range));
    }

    public IntTerm multiplyModulo(IntTerm a, IntTerm b, IntTerm n) {
        IntTerm product = terms.multiply(on.known(a), on.known(b));
        IntTerm divisor = on.known(n);
        return unless(terms.zero(divisor), terms.zero, () -> terms.modulo(product, divisor, on::range));
    }

    public IntTerm signedDivide(IntTerm a, IntTerm b) {
        if (on.isNonNegative(a) && on.isNonNegative(b)) {
            return divide(a, b);
        }
        SignedWords signed = new SignedWords(on);
        return signed.quotient(a, b, divide(signed.magnitude(a), signed.magnitude(b)));
    }

    public IntTerm signedModulo(IntTerm a, IntTerm b) {
        if (on.isNonNegative(a) && on.isNonNegative(b)) {
            return modulo(a, b);
        }
        SignedWords signed = new SignedWords(on);
        return signed.remainder(a, modulo(signed.magnitude(a), signed.magnitude(b)));
    }

    public IntTerm power(IntTerm base, IntTerm exponent) {
        Optional<BigInteger> e = Terms.constantOf(on.known(exponent));
        Optional<BigInteger> b = Terms.constantOf(on.known(base));
        if (b.isPresent() && e.isPresent()) {
            return terms.constant(b.get().modPow(e.get(), MODULUS));
        }
        if (e.isPresent() && e.get().compareTo(BigInteger.valueOf(4)) <= 0) {
            IntTerm product = terms.one;
            for (int i = 0; i < e.get().intValue(); i++) {
                product = multiply(product, base);
            }
            return product;
        }
        return (b.equals(Optional.of(BigInteger.TWO)) ? bits.power(exponent) : Optional.<IntTerm>empty())
                .orElseGet(() -> on.unknown(AbstractOperation.EXP, base, exponent));
    }

    public IntTerm signExtend(IntTerm size, IntTerm value) {
        Optional<BigInteger> index = Terms.constantOf(on.known(size));
        if (index.isEmpty()) {
            return on.unknown(AbstractOperation.SIGNEXTEND, size, value);
        }
        if (index.get().compareTo(BigInteger.valueOf(31)) >= 0) {
            return value;
        }
        int bits = 8 * (index.get().intValue() + 1);
        if (new SignedWords(on).hasBits(value, bits)) {
            return value;
        }
        BigInteger half = BigInteger.TWO.pow(bits - 1);
        IntTerm low = terms.modulo(value, terms.constant(BigInteger.TWO.pow(bits)), on::range);
        IntTerm filled = terms.add(low, terms.constant(MODULUS.subtract(BigInteger.TWO.pow(bits))));
        return terms.choose(simplifier.simplify(terms.less(low, terms.constant(half))), low, filled);
    }

    public IntTerm less(IntTerm a, IntTerm b) {
        return on.bit(terms.less(a, b));
    }

    public IntTerm signedLess(IntTerm a, IntTerm b) {
        SignedWords signed = new SignedWords(on);
        return on.bit(terms.less(signed.asNumber(a), signed.asNumber(b)));
    }

    /** The equality. It also recognizes {@code (a·b mod 2^256) / a == b}, solc's test that a product did not wrap. */
    public IntTerm equal(IntTerm a, IntTerm b) {
        BoolTerm equality = unwrapped(a, b).or(() -> unwrapped(b, a)).orElseGet(() -> terms.equal(a, b));
        return on.bit(equality);
    }

    private Optional<BoolTerm> unwrapped(IntTerm quotient, IntTerm factor) {
        IntTerm inner = quotient instanceof IntTerm.Choice c
                        && c.then() == terms.zero
                        && c.otherwise() instanceof IntTerm.Quotient guarded
                        && c.condition() == terms.zero(guarded.divisor())
                ? c.otherwise()
                : quotient;
        if (inner instanceof IntTerm.Quotient q
                && q.dividend() instanceof IntTerm.Remainder r
                && r.divisor() instanceof IntTerm.Constant m
                && m.value().equals(MODULUS)
                && terms.multiply(q.divisor(), factor) == r.dividend()) {
            BoolTerm fits = terms.less(r.dividend(), terms.constant(MODULUS));
            return Optional.of(
                    inner == quotient
                            ? fits
                            : terms.or(
                                    terms.and(terms.zero(q.divisor()), terms.zero(factor)),
                                    terms.and(terms.not(terms.zero(q.divisor())), fits)));
        }
        if (inner instanceof IntTerm.Quotient q && terms.multiply(q.divisor(), factor) == q.dividend()) {
            // The product does not wrap, so only the case of a zero divisor is left.
            return Optional.of(
                    inner == quotient ? terms.yes : terms.or(terms.not(terms.zero(q.divisor())), terms.zero(factor)));
        }
        // a·b mod 2^n == a·b is the same test for a narrower type.
        if (quotient instanceof IntTerm.Remainder r
                && r.divisor() instanceof IntTerm.Constant m
                && r.dividend() == factor) {
            return Optional.of(
                    terms.and(terms.lessOrEqual(terms.zero, factor), terms.less(factor, terms.constant(m.value()))));
        }
        return Optional.empty();
    }

    public IntTerm isZero(IntTerm a) {
        return on.bit(terms.zero(a));
    }

    /** The address in the word's low 160 bits. */
    IntTerm address(IntTerm word) {
        return bits.and(word, terms.constant(BigInteger.TWO.pow(160).subtract(BigInteger.ONE)));
    }
}
