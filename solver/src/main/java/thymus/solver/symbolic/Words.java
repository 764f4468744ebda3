package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * EVM word arithmetic over terms: the symbolic reading of the pure opcodes. Every result lies in [0, 2^256).
 *
 * <p>What has no arithmetic form here (the bitwise AND of two unknowns, say) becomes an unknown function of its operands:
 * an over-approximation that can cost a proof but never make a wrong one.
 */
public final class Words {
    static final BigInteger MODULUS = BigInteger.TWO.pow(256);
    private static final BigInteger MAX = MODULUS.subtract(BigInteger.ONE);
    private static final BigInteger SIGN = BigInteger.TWO.pow(255);
    public static final Interval WORD = Interval.unsigned(256);

    /** Before the names of operations that stay abstract: SMT-LIB has an {@code and}, {@code or} and {@code xor} of its own. */
    public static final String ABSTRACT = "evm_";

    private final Terms terms;
    private final Simplifier simplifier;
    private final PossibleBits bits;

    public Words(Simplifier simplifier) {
        this.simplifier = simplifier;
        this.terms = simplifier.terms();
        this.bits = new PossibleBits(terms, this::range);
    }

    private Interval range(IntTerm term) {
        return simplifier.facts().range(term);
    }

    private IntTerm known(IntTerm term) {
        Optional<BigInteger> value = range(term).single();
        return value.isPresent() ? terms.constant(value.get()) : term;
    }

    private IntTerm wrap(IntTerm term) {
        return terms.modulo(term, terms.constant(MODULUS), this::range);
    }

    IntTerm bit(BoolTerm condition) {
        return terms.choose(simplifier.simplify(condition), terms.one, terms.zero);
    }

    /** The truth of "not zero". */
    BoolTerm isTrue(IntTerm word) {
        return simplifier.simplify(terms.not(terms.zero(word)));
    }

    private IntTerm unless(BoolTerm special, IntTerm then, Supplier<IntTerm> otherwise) {
        BoolTerm decided = simplifier.simplify(special);
        return decided == terms.yes ? then : terms.choose(decided, then, otherwise.get());
    }

    public IntTerm add(IntTerm a, IntTerm b) {
        return wrap(terms.add(a, b));
    }

    public IntTerm subtract(IntTerm a, IntTerm b) {
        return wrap(terms.subtract(a, b));
    }

    public IntTerm multiply(IntTerm a, IntTerm b) {
        return wrap(terms.multiply(known(a), known(b)));
    }

    public IntTerm divide(IntTerm a, IntTerm b) {
        IntTerm divisor = known(b);
        return unless(
                terms.zero(divisor), terms.zero, () -> terms.divide(a, divisor, this::range));
    }

    public IntTerm modulo(IntTerm a, IntTerm b) {
        IntTerm divisor = known(b);
        return unless(
                terms.zero(divisor), terms.zero, () -> terms.modulo(a, divisor, this::range));
    }

    public IntTerm addModulo(IntTerm a, IntTerm b, IntTerm n) {
        IntTerm sum = terms.add(a, b);
        IntTerm divisor = known(n);
        return unless(terms.zero(divisor), terms.zero, () -> terms.modulo(sum, divisor, this::range));
    }

    public IntTerm multiplyModulo(IntTerm a, IntTerm b, IntTerm n) {
        IntTerm product = terms.multiply(known(a), known(b));
        IntTerm divisor = known(n);
        return unless(terms.zero(divisor), terms.zero, () -> terms.modulo(product, divisor, this::range));
    }

    private IntTerm signed(IntTerm a) {
        return terms.choose(
                simplifier.simplify(terms.less(a, terms.constant(SIGN))), a, terms.subtract(a, terms.constant(MODULUS)));
    }

    private boolean isNonNegative(IntTerm a) {
        return range(a).within(Interval.of(BigInteger.ZERO, SIGN.subtract(BigInteger.ONE)));
    }

    public IntTerm signedDivide(IntTerm a, IntTerm b) {
        return isNonNegative(a) && isNonNegative(b) ? divide(a, b) : unknown("sdiv", a, b);
    }

    public IntTerm signedModulo(IntTerm a, IntTerm b) {
        return isNonNegative(a) && isNonNegative(b) ? modulo(a, b) : unknown("smod", a, b);
    }

    public IntTerm power(IntTerm base, IntTerm exponent) {
        Optional<BigInteger> e = Terms.constantOf(known(exponent));
        Optional<BigInteger> b = Terms.constantOf(known(base));
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
        return unknown("exp", base, exponent);
    }

    public IntTerm signExtend(IntTerm size, IntTerm value) {
        Optional<BigInteger> index = Terms.constantOf(known(size));
        if (index.isEmpty()) {
            return unknown("signextend", size, value);
        }
        if (index.get().compareTo(BigInteger.valueOf(31)) >= 0) {
            return value;
        }
        int bits = 8 * (index.get().intValue() + 1);
        BigInteger half = BigInteger.TWO.pow(bits - 1);
        IntTerm low = terms.modulo(value, terms.constant(BigInteger.TWO.pow(bits)), this::range);
        IntTerm filled = terms.add(low, terms.constant(MODULUS.subtract(BigInteger.TWO.pow(bits))));
        return terms.choose(simplifier.simplify(terms.less(low, terms.constant(half))), low, filled);
    }

    public IntTerm less(IntTerm a, IntTerm b) {
        return bit(terms.less(a, b));
    }

    public IntTerm signedLess(IntTerm a, IntTerm b) {
        return bit(terms.less(signed(a), signed(b)));
    }

    /** Also sees {@code (a·b mod 2^256) / a == b}, solc's test that a product did not wrap. */
    public IntTerm equal(IntTerm a, IntTerm b) {
        BoolTerm equality = unwrapped(a, b).or(() -> unwrapped(b, a)).orElseGet(() -> terms.equal(a, b));
        return bit(equality);
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
            // The product was seen not to wrap: only a divisor of zero is left to ask about.
            return Optional.of(
                    inner == quotient ? terms.yes : terms.or(terms.not(terms.zero(q.divisor())), terms.zero(factor)));
        }
        // a·b mod 2^n == a·b: the same test for a narrower type.
        if (quotient instanceof IntTerm.Remainder r
                && r.divisor() instanceof IntTerm.Constant m
                && r.dividend() == factor) {
            return Optional.of(
                    terms.and(terms.lessOrEqual(terms.zero, factor), terms.less(factor, terms.constant(m.value()))));
        }
        return Optional.empty();
    }

    public IntTerm isZero(IntTerm a) {
        return bit(terms.zero(a));
    }

    public IntTerm not(IntTerm a) {
        return terms.subtract(terms.constant(MAX), a);
    }

    public IntTerm and(IntTerm a, IntTerm b) {
        IntTerm x = known(a);
        IntTerm y = known(b);
        if (x == y) {
            return x;
        }
        if (x instanceof IntTerm.Constant mask) {
            return mask(y, mask.value());
        }
        if (y instanceof IntTerm.Constant mask) {
            return mask(x, mask.value());
        }
        if (range(x).within(Interval.BIT) && range(y).within(Interval.BIT)) {
            return bit(terms.and(isTrue(x), isTrue(y)));
        }
        if (bits.of(x).and(bits.of(y)).signum() == 0) {
            return terms.zero;
        }
        // One bit, as a choice: each side is a mask.
        for (IntTerm side : List.of(x, y)) {
            if (side instanceof IntTerm.Choice c) {
                IntTerm other = side == x ? y : x;
                if (c.then() instanceof IntTerm.Constant && c.otherwise() instanceof IntTerm.Constant) {
                    return terms.choose(c.condition(), and(c.then(), other), and(c.otherwise(), other));
                }
            }
        }
        return unknown("and", x, y);
    }

    /** The account that the word names: its low 160 bits. */
    IntTerm address(IntTerm word) {
        return and(word, terms.constant(BigInteger.TWO.pow(160).subtract(BigInteger.ONE)));
    }

    /** The runs of ones of the mask, each a field that is cut out and put back in its place. */
    private IntTerm mask(IntTerm a, BigInteger mask) {
        BigInteger possible = bits.of(a);
        if (possible.andNot(mask).signum() == 0) {
            return a;
        }
        IntTerm total = terms.zero;
        int bit = 0;
        while (bit < 256) {
            if (!mask.testBit(bit)) {
                bit++;
                continue;
            }
            int end = bit;
            while (end < 256 && mask.testBit(end)) {
                end++;
            }
            total = terms.add(total, terms.scale(field(a, bit, end - bit), BigInteger.TWO.pow(bit)));
            bit = end;
        }
        return total;
    }

    /** {@code width} bits of the word from bit {@code offset} up, as a number. */
    public IntTerm field(IntTerm word, int offset, int width) {
        IntTerm shifted = terms.divide(word, terms.constant(BigInteger.TWO.pow(offset)), this::range);
        return offset + width >= 256
                ? shifted
                : terms.modulo(shifted, terms.constant(BigInteger.TWO.pow(width)), this::range);
    }

    public IntTerm or(IntTerm a, IntTerm b) {
        IntTerm x = known(a);
        IntTerm y = known(b);
        if (x == y) {
            return x;
        }
        if (bits.of(x).and(bits.of(y)).signum() == 0) {
            return terms.add(x, y);
        }
        if (range(x).within(Interval.BIT) && range(y).within(Interval.BIT)) {
            return bit(terms.or(isTrue(x), isTrue(y)));
        }
        if (x instanceof IntTerm.Constant c) {
            // x | c = c + the bits of x outside c
            return terms.add(x, mask(y, MAX.andNot(c.value())));
        }
        if (y instanceof IntTerm.Constant) {
            return or(y, x);
        }
        return unknown("or", x, y);
    }

    public IntTerm xor(IntTerm a, IntTerm b) {
        IntTerm x = known(a);
        IntTerm y = known(b);
        if (x == y) {
            return terms.zero;
        }
        if (x instanceof IntTerm.Constant c) {
            if (c.value().equals(MAX)) {
                return not(y);
            }
            // The bits under the constant are turned: c - (y & c), the others stay.
            return terms.add(
                    terms.subtract(x, mask(y, c.value())), mask(y, MAX.andNot(c.value())));
        }
        if (y instanceof IntTerm.Constant) {
            return xor(y, x);
        }
        if (bits.of(x).and(bits.of(y)).signum() == 0) {
            return terms.add(x, y);
        }
        if (range(x).within(Interval.BIT) && range(y).within(Interval.BIT)) {
            return bit(terms.not(terms.equal(x, y)));
        }
        return unknown("xor", x, y);
    }

    public IntTerm byteAt(IntTerm index, IntTerm word) {
        Optional<BigInteger> i = Terms.constantOf(known(index));
        if (i.isEmpty()) {
            return unknown("byte", index, word);
        }
        return i.get().compareTo(BigInteger.valueOf(31)) > 0
                ? terms.zero
                : field(word, 8 * (31 - i.get().intValue()), 8);
    }

    public IntTerm shiftLeft(IntTerm shift, IntTerm value) {
        Optional<BigInteger> s = Terms.constantOf(known(shift));
        if (s.isEmpty()) {
            return unknown("shl", shift, value);
        }
        return s.get().bitLength() > 8 ? terms.zero : wrap(terms.scale(value, BigInteger.TWO.pow(s.get().intValue())));
    }

    public IntTerm shiftRight(IntTerm shift, IntTerm value) {
        Optional<BigInteger> s = Terms.constantOf(known(shift));
        if (s.isEmpty()) {
            return unknown("shr", shift, value);
        }
        return s.get().bitLength() > 8 ? terms.zero : field(value, s.get().intValue(), 256);
    }

    public IntTerm signedShiftRight(IntTerm shift, IntTerm value) {
        return isNonNegative(value) ? shiftRight(shift, value) : unknown("sar", shift, value);
    }

    public IntTerm leadingZeros(IntTerm value) {
        Optional<BigInteger> v = Terms.constantOf(known(value));
        return v.isPresent()
                ? terms.constant(256 - v.get().bitLength())
                : terms.apply(ABSTRACT + "clz", List.of(value), Interval.of(BigInteger.ZERO, BigInteger.valueOf(256)));
    }

    private IntTerm unknown(String operation, IntTerm a, IntTerm b) {
        IntTerm x = known(a);
        IntTerm y = known(b);
        return terms.apply(ABSTRACT + operation, List.of(x, y), bound(operation, x, y));
    }

    /** Of the operands' own ranges: what a path knows does not go into a term. AND is no more than either operand; OR and XOR have no more bits than the longer one. */
    private Interval bound(String operation, IntTerm a, IntTerm b) {
        // Of the terms themselves: what this path knows of them is not true of the same operation on another one.
        return switch (operation) {
            case "and" -> Interval.of(
                    BigInteger.ZERO, a.range().high().orElse(MAX).min(b.range().high().orElse(MAX)));
            case "or", "xor" -> Interval.unsigned(Math.max(
                    a.range().high().orElse(MAX).bitLength(),
                    b.range().high().orElse(MAX).bitLength()));
            default -> WORD;
        };
    }
}
