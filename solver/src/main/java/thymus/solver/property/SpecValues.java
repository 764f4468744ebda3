package thymus.solver.property;

import java.math.BigInteger;
import java.util.List;
import thymus.solver.symbolic.WordArithmetic;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Ranges;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;

/** Conversions between an EVM word and the number that a specification sees. */
final class SpecValues {
    private SpecValues() {}

    /** The type of one word of a static head. */
    static AbiType wordType(List<Parameter> parameters, int word) {
        int at = 0;
        for (Parameter parameter : parameters) {
            int size = parameter.type().headWords();
            if (word < at + size) {
                return switch (parameter.type()) {
                    case AbiType.Tuple t when t.isStatic() -> wordType(t.components(), word - at);
                    case AbiType.Array a
                    when a.isStatic() ->
                        wordType(
                                List.of(new Parameter("", a.element())),
                                (word - at) % a.element().headWords());
                    case AbiType.Word _, AbiType.ByteString _, AbiType.Composite _ -> parameter.type();
                };
            }
            at += size;
        }
        return new AbiType.UInt(256);
    }

    /** The number of a word: signed numbers lose their two's complement, and bytesN is shifted to the low end. */
    static IntTerm decode(Terms terms, IntTerm word, AbiType type) {
        return switch (type) {
            case AbiType.Int i ->
                terms.choose(
                        terms.less(word, terms.constant(BigInteger.TWO.pow(255))),
                        word,
                        terms.subtract(word, terms.constant(BigInteger.TWO.pow(256))));
            case AbiType.FixedBytes b ->
                terms.divide(word, terms.constant(BigInteger.TWO.pow(8 * (32 - b.size()))), Ranges.NATURAL);
            case AbiType.UInt _, AbiType.Address _, AbiType.Bool _, AbiType.ByteString _, AbiType.Composite _ -> word;
        };
    }

    /**
     * Like {@link #decode}, for a word that may not encode a value of the type. The bits beyond the type are dropped.
     */
    static IntTerm truncate(Terms terms, IntTerm word, AbiType type, Ranges ranges) {
        return switch (type) {
            case AbiType.UInt u -> low(terms, word, u.bits(), ranges);
            case AbiType.Address a -> low(terms, word, 160, ranges);
            case AbiType.Bool b -> terms.choose(terms.zero(word), terms.zero, terms.one);
            case AbiType.Int i -> {
                IntTerm low = low(terms, word, i.bits(), ranges);
                yield terms.choose(
                        terms.less(low, terms.constant(BigInteger.TWO.pow(i.bits() - 1))),
                        low,
                        terms.subtract(low, terms.constant(BigInteger.TWO.pow(i.bits()))));
            }
            case AbiType.FixedBytes _, AbiType.ByteString _, AbiType.Composite _ -> decode(terms, word, type);
        };
    }

    private static IntTerm low(Terms terms, IntTerm word, int bits, Ranges ranges) {
        return terms.modulo(word, terms.constant(BigInteger.TWO.pow(bits)), ranges);
    }

    /** The inverse of {@link #decode}. */
    static IntTerm encode(Terms terms, IntTerm value, AbiType type) {
        return switch (type) {
            case AbiType.Int i ->
                terms.choose(
                        terms.less(value, terms.zero),
                        terms.add(value, terms.constant(BigInteger.TWO.pow(256))),
                        value);
            case AbiType.FixedBytes b -> terms.scale(value, BigInteger.TWO.pow(8 * (32 - b.size())));
            case AbiType.UInt _, AbiType.Address _, AbiType.Bool _, AbiType.ByteString _, AbiType.Composite _ -> value;
        };
    }

    /** The condition that the word is a valid encoding of the type. */
    static BoolTerm isEncoded(Terms terms, IntTerm word, AbiType type) {
        return switch (type) {
            case AbiType.UInt u -> terms.less(word, terms.constant(BigInteger.TWO.pow(u.bits())));
            case AbiType.Address a -> terms.less(word, terms.constant(BigInteger.TWO.pow(160)));
            case AbiType.Bool b -> terms.lessOrEqual(word, terms.one);
            case AbiType.Int i -> {
                BigInteger half = BigInteger.TWO.pow(i.bits() - 1);
                yield terms.or(
                        terms.less(word, terms.constant(half)),
                        terms.lessOrEqual(terms.constant(BigInteger.TWO.pow(256).subtract(half)), word));
            }
            case AbiType.FixedBytes b ->
                terms.zero(terms.modulo(word, terms.constant(BigInteger.TWO.pow(8 * (32 - b.size()))), Ranges.NATURAL));
            case AbiType.ByteString _, AbiType.Composite _ -> terms.yes;
        };
    }

    /** The condition that the number is a value of the type. */
    static BoolTerm fits(Terms terms, IntTerm value, AbiType type) {
        Interval range = range(type);
        return terms.and(
                range.low()
                        .map(low -> terms.lessOrEqual(terms.constant(low), value))
                        .orElse(terms.yes),
                range.high()
                        .map(high -> terms.lessOrEqual(value, terms.constant(high)))
                        .orElse(terms.yes));
    }

    /** The interval of the variable's values. */
    static Interval range(Variable variable) {
        return variable.abi().map(SpecValues::range).orElseGet(() -> range(variable.type()));
    }

    static Interval range(AbiType type) {
        return switch (type) {
            case AbiType.UInt u -> Interval.unsigned(u.bits());
            case AbiType.Int i ->
                Interval.of(
                        BigInteger.TWO.pow(i.bits() - 1).negate(),
                        BigInteger.TWO.pow(i.bits() - 1).subtract(BigInteger.ONE));
            case AbiType.FixedBytes b -> Interval.unsigned(8 * b.size());
            case AbiType.Address a -> Interval.unsigned(160);
            case AbiType.Bool b -> Interval.BIT;
            case AbiType.ByteString _, AbiType.Composite _ -> Interval.ALL;
        };
    }

    private static Interval range(Type type) {
        return type == Type.ADDRESS ? Interval.unsigned(160) : type == Type.TRUTH ? Interval.BIT : WordArithmetic.WORD;
    }
}
