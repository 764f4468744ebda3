package thymus.ci.guard;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;

/** Arithmetic over mathematical integers in words of 256 bits: what does not fit one reverts, and nothing wraps. */
final class Numbers {
    private final Set<Helper> helpers = EnumSet.noneOf(Helper.class);

    Set<Helper> helpers() {
        return helpers;
    }

    Value constant(BigInteger value, Span span) {
        if (value.compareTo(Sort.MOST_UNSIGNED) > 0 || value.compareTo(Sort.LEAST_SIGNED) < 0) {
            throw new NotEnforceable(span, "it has a number that does not fit 256 bits");
        }
        return Value.number(value);
    }

    Value binary(BinaryOperator operator, Value a, Value b, Span span) {
        if (a.isConstant() && b.isConstant()) {
            return constant(folded(operator, a.least(), b.least(), span), span);
        }
        boolean unsigned = a.sort() == Sort.UNSIGNED && b.sort() == Sort.UNSIGNED;
        return switch (operator) {
            case ADD ->
                unsigned ? infix(a, " + ", b, Value.Binding.SUM) : signedInfix(a, " + ", b, Value.Binding.SUM, span);
            case SUBTRACT -> signedInfix(a, " - ", b, Value.Binding.SUM, span);
            case MULTIPLY ->
                unsigned
                        ? infix(a, " * ", b, Value.Binding.PRODUCT)
                        : signedInfix(a, " * ", b, Value.Binding.PRODUCT, span);
            case DIVIDE -> unsigned ? infix(a, " / ", b, Value.Binding.PRODUCT) : signedCall(Helper.DIVIDE, a, b, span);
            case MODULO -> unsigned ? infix(a, " % ", b, Value.Binding.PRODUCT) : signedCall(Helper.MODULO, a, b, span);
            case MINIMUM -> unsigned ? call(Helper.MINIMUM, a, b) : signedCall(Helper.MINIMUM_SIGNED, a, b, span);
            case MAXIMUM -> unsigned ? call(Helper.MAXIMUM, a, b) : signedCall(Helper.MAXIMUM_SIGNED, a, b, span);
            case LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR, IMPLIES ->
                throw new IllegalArgumentException(operator.toString());
        };
    }

    Value negated(Value a, Span span) {
        if (a.isConstant()) {
            return constant(a.least().negate(), span);
        }
        return Value.of("-" + signed(a, span).within(Value.Binding.ATOM), Value.Binding.PREFIX, Sort.SIGNED);
    }

    Value absolute(Value a, Span span) {
        if (a.isConstant()) {
            return constant(a.least().abs(), span);
        }
        return a.sort() == Sort.UNSIGNED ? a : call(Helper.ABSOLUTE, Sort.UNSIGNED, a);
    }

    /** Exact, also where the difference is below zero. */
    Value distance(Value a, Value b) {
        return call(Helper.DISTANCE, Sort.UNSIGNED, a, b);
    }

    /** The same number as an int256. */
    Value signed(Value a, Span span) {
        if (a.sort() == Sort.SIGNED) {
            return a;
        }
        if (a.greatest().compareTo(Sort.MOST_SIGNED) <= 0) {
            String text = a.isConstant() ? a.text() : "int256(" + a.text() + ")";
            return new Value(text, Value.Binding.ATOM, Sort.SIGNED, a.least(), a.greatest());
        }
        if (a.isConstant()) {
            throw new NotEnforceable(span, "it compares a number beyond 2^255 with one that may be below zero");
        }
        return call(Helper.SIGNED, Sort.SIGNED, a);
    }

    /** The same number as an uint256; one below zero reverts. */
    Value unsigned(Value a) {
        return a.sort() == Sort.UNSIGNED ? a : call(Helper.UNSIGNED, Sort.UNSIGNED, a);
    }

    /** The text of a key of a mapping. */
    String key(Value key, Expr.Windowed counted) {
        if (key.sort() == Sort.SIGNED || key.sort() == Sort.TRUTH) {
            throw new NotEnforceable(counted.span(), "its flow is kept apart by what may be below zero");
        }
        return key.text();
    }

    Value call(Helper helper, Sort sort, Value... values) {
        helpers.add(helper);
        String list = String.join(", ", Stream.of(values).map(Value::text).toList());
        return Value.atom(helper.function() + "(" + list + ")", sort);
    }

    private Value call(Helper helper, Value a, Value b) {
        return call(helper, a.sort(), a, b);
    }

    private Value signedCall(Helper helper, Value a, Value b, Span span) {
        return call(helper, signed(a, span), signed(b, span));
    }

    private Value signedInfix(Value a, String sign, Value b, Value.Binding binding, Span span) {
        return infix(signed(a, span), sign, signed(b, span), binding);
    }

    private static Value infix(Value a, String sign, Value b, Value.Binding binding) {
        Value.Binding right = Value.Binding.values()[binding.ordinal() - 1];
        return Value.of(a.within(binding) + sign + b.within(right), binding, a.sort());
    }

    private static BigInteger folded(BinaryOperator operator, BigInteger a, BigInteger b, Span span) {
        return switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> floored(a, b, span)[0];
            case MODULO -> floored(a, b, span)[1];
            case MINIMUM -> a.min(b);
            case MAXIMUM -> a.max(b);
            case LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR, IMPLIES ->
                throw new IllegalArgumentException(operator.toString());
        };
    }

    private static BigInteger[] floored(BigInteger a, BigInteger b, Span span) {
        if (b.signum() == 0) {
            throw new NotEnforceable(span, "it divides by zero");
        }
        BigInteger[] parts = a.divideAndRemainder(b);
        boolean below = parts[1].signum() != 0 && parts[1].signum() != b.signum();
        return below ? new BigInteger[] {parts[0].subtract(BigInteger.ONE), parts[1].add(b)} : parts;
    }
}
