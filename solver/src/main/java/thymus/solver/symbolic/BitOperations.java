package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.solver.state.SlotReader;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/**
 * Bit operations such as masks and shifts: arithmetic on the fields of a word if possible, otherwise unknown functions.
 */
final class BitOperations {
    private static final BigInteger MAX = WordArithmetic.MODULUS.subtract(BigInteger.ONE);

    private static final UnknownFunction LEADING_ZEROS = UnknownFunction.into(
            WordArithmetic.ABSTRACT + "clz", Interval.of(BigInteger.ZERO, BigInteger.valueOf(256)));

    private final WordTerms on;
    private final Terms terms;
    private final PossibleBits bits;
    private final SingleBits single;

    BitOperations(WordTerms on) {
        this.on = on;
        this.terms = on.terms();
        this.bits = new PossibleBits(terms, on::range);
        this.single = new SingleBits(on);
    }

    IntTerm not(IntTerm a) {
        return terms.subtract(terms.constant(MAX), a);
    }

    IntTerm and(IntTerm a, IntTerm b) {
        IntTerm x = on.known(a);
        IntTerm y = on.known(b);
        if (x == y) {
            return x;
        }
        Optional<IntTerm> chosen = single(x, y).or(() -> single(y, x));
        if (chosen.isPresent()) {
            return chosen.get();
        }
        if (x instanceof IntTerm.Constant mask) {
            return mask(y, mask.value());
        }
        if (y instanceof IntTerm.Constant mask) {
            return mask(x, mask.value());
        }
        if (on.range(x).within(Interval.BIT) && on.range(y).within(Interval.BIT)) {
            return on.bit(terms.and(on.isTrue(x), on.isTrue(y)));
        }
        if (bits.of(x).and(bits.of(y)).signum() == 0) {
            return terms.zero;
        }
        // A single bit is a choice in which each side is a mask.
        for (IntTerm side : List.of(x, y)) {
            if (side instanceof IntTerm.Choice c) {
                IntTerm other = side == x ? y : x;
                if (c.then() instanceof IntTerm.Constant && c.otherwise() instanceof IntTerm.Constant) {
                    return terms.choose(c.condition(), and(c.then(), other), and(c.otherwise(), other));
                }
            }
        }
        return on.unknown(AbstractOperation.AND, x, y);
    }

    /** One bit of a word, by a power of two or shifted to the low end. */
    private Optional<IntTerm> single(IntTerm word, IntTerm mask) {
        if (mask == terms.one) {
            return single.lowBit(word).map(on::bit);
        }
        return single.position(mask).map(position -> terms.choose(single.isOne(word, position), mask, terms.zero));
    }

    /** The runs of ones in the mask. Each run is a field that is extracted and shifted back to its position. */
    private IntTerm mask(IntTerm a, BigInteger mask) {
        BigInteger possible = bits.of(a);
        if (possible.andNot(mask).signum() == 0) {
            return a;
        }
        // Code computes the beginning of a namespace (ERC-7201), and of no mapping or array.
        Optional<BigInteger> hash = SlotReader.constantHash(a);
        if (hash.isPresent()) {
            return terms.constant(hash.get().and(mask));
        }
        List<Part> fields = new ArrayList<>();
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
            fields.add(new Part(field(a, bit, end - bit), BigInteger.TWO.pow(bit)));
            bit = end;
        }
        return terms.combine(BigInteger.ZERO, fields);
    }

    /** Extracts {@code width} bits of the word from bit {@code offset} up. */
    IntTerm field(IntTerm word, int offset, int width) {
        IntTerm shifted = terms.divide(word, terms.constant(BigInteger.TWO.pow(offset)), on::range);
        return offset + width >= 256
                ? shifted
                : terms.modulo(shifted, terms.constant(BigInteger.TWO.pow(width)), on::range);
    }

    IntTerm or(IntTerm a, IntTerm b) {
        IntTerm x = on.known(a);
        IntTerm y = on.known(b);
        if (x == y) {
            return x;
        }
        if (bits.of(x).and(bits.of(y)).signum() == 0) {
            return terms.add(x, y);
        }
        if (on.range(x).within(Interval.BIT) && on.range(y).within(Interval.BIT)) {
            return on.bit(terms.or(on.isTrue(x), on.isTrue(y)));
        }
        if (x instanceof IntTerm.Constant c) {
            // x | c = c + the bits of x outside c
            return terms.add(x, mask(y, MAX.andNot(c.value())));
        }
        if (y instanceof IntTerm.Constant) {
            return or(y, x);
        }
        return on.unknown(AbstractOperation.OR, x, y);
    }

    IntTerm xor(IntTerm a, IntTerm b) {
        IntTerm x = on.known(a);
        IntTerm y = on.known(b);
        if (x == y) {
            return terms.zero;
        }
        if (x instanceof IntTerm.Constant c) {
            if (c.value().equals(MAX)) {
                return not(y);
            }
            // The bits under the constant are inverted, c - (y & c); the others are unchanged.
            return terms.add(terms.subtract(x, mask(y, c.value())), mask(y, MAX.andNot(c.value())));
        }
        if (y instanceof IntTerm.Constant) {
            return xor(y, x);
        }
        if (bits.of(x).and(bits.of(y)).signum() == 0) {
            return terms.add(x, y);
        }
        if (on.range(x).within(Interval.BIT) && on.range(y).within(Interval.BIT)) {
            return on.bit(terms.not(terms.equal(x, y)));
        }
        return on.unknown(AbstractOperation.XOR, x, y);
    }

    IntTerm byteAt(IntTerm index, IntTerm word) {
        Optional<BigInteger> i = Terms.constantOf(on.known(index));
        if (i.isEmpty()) {
            return on.unknown(AbstractOperation.BYTE, index, word);
        }
        return i.get().compareTo(BigInteger.valueOf(31)) > 0
                ? terms.zero
                : field(word, 8 * (31 - i.get().intValue()), 8);
    }

    IntTerm shiftLeft(IntTerm shift, IntTerm value) {
        Optional<BigInteger> s = Terms.constantOf(on.known(shift));
        if (s.isEmpty()) {
            return (on.known(value) == terms.one ? power(shift) : Optional.<IntTerm>empty())
                    .orElseGet(() -> on.unknown(AbstractOperation.SHL, shift, value));
        }
        return s.get().bitLength() > 8
                ? terms.zero
                : on.wrap(terms.scale(value, BigInteger.TWO.pow(s.get().intValue())));
    }

    /** Two to the power of the exponent; empty if it may be too large for a word. */
    Optional<IntTerm> power(IntTerm exponent) {
        return single.power(exponent);
    }

    IntTerm shiftRight(IntTerm shift, IntTerm value) {
        Optional<BigInteger> s = Terms.constantOf(on.known(shift));
        if (s.isEmpty()) {
            return on.unknown(AbstractOperation.SHR, shift, value);
        }
        return s.get().bitLength() > 8 ? terms.zero : field(value, s.get().intValue(), 256);
    }

    IntTerm signedShiftRight(IntTerm shift, IntTerm value) {
        if (on.isNonNegative(value)) {
            return shiftRight(shift, value);
        }
        if (Terms.constantOf(on.known(shift)).isEmpty()) {
            return on.unknown(AbstractOperation.SAR, shift, value);
        }
        BoolTerm isNegative =
                on.simplifier().simplify(terms.lessOrEqual(terms.constant(BigInteger.TWO.pow(255)), value));
        return terms.choose(isNegative, not(shiftRight(shift, not(value))), shiftRight(shift, value));
    }

    IntTerm leadingZeros(IntTerm value) {
        Optional<BigInteger> v = Terms.constantOf(on.known(value));
        return v.isPresent() ? terms.constant(256 - v.get().bitLength()) : terms.apply(LEADING_ZEROS, List.of(value));
    }
}
