package thymus.ci.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;

/** Says {@code terms + constant OP 0} without a number below zero, each term on the side where it is added. */
final class BalancedComparison {
    private final Numbers numbers;
    private final Span span;
    private final List<Term> small = new ArrayList<>();
    private final List<Term> large = new ArrayList<>();
    private BigInteger constant = BigInteger.ZERO;

    private record Term(BigInteger factor, Value value) {}

    BalancedComparison(Numbers numbers, Span span) {
        this.numbers = numbers;
        this.span = span;
    }

    void add(BigInteger factor, Value value) {
        if (value.isConstant()) {
            add(factor.multiply(value.least()));
        } else {
            (factor.signum() < 0 ? large : small).add(new Term(factor.abs(), value));
        }
    }

    void add(BigInteger number) {
        constant = constant.add(number);
    }

    /** Whether it is true whatever the values are, as far as their signs tell. */
    boolean isTrivial(BinaryOperator operator) {
        int sign = constant.signum();
        return small.isEmpty()
                && large.stream().allMatch(t -> t.value().least().signum() >= 0)
                && (operator == BinaryOperator.LESS ? sign < 0 : operator == BinaryOperator.LESS_OR_EQUAL && sign <= 0);
    }

    /** What a further number is compared with, if that is a constant. */
    Optional<BigInteger> constantBound() {
        return small.isEmpty() && large.isEmpty() ? Optional.of(constant.negate()) : Optional.empty();
    }

    Value value(BinaryOperator operator) {
        boolean signed = small.stream().anyMatch(BalancedComparison::isSigned)
                || large.stream().anyMatch(BalancedComparison::isSigned);
        String left = sum(small, constant.max(BigInteger.ZERO), signed);
        String right = sum(large, constant.negate().max(BigInteger.ZERO), signed);
        return switch (operator) {
            case LESS -> Value.truth(left + " < " + right, Value.Binding.COMPARISON);
            case LESS_OR_EQUAL -> Value.truth(left + " <= " + right, Value.Binding.COMPARISON);
            case EQUAL -> Value.truth(left + " == " + right, Value.Binding.EQUALITY);
            case NOT_EQUAL -> Value.truth(left + " != " + right, Value.Binding.EQUALITY);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, MINIMUM, MAXIMUM, AND, OR, IMPLIES ->
                throw new IllegalArgumentException(operator.toString());
        };
    }

    private static boolean isSigned(Term term) {
        return term.value().sort() == Sort.SIGNED;
    }

    private String sum(List<Term> terms, BigInteger number, boolean signed) {
        List<String> texts = new ArrayList<>();
        for (Term term : terms) {
            Value value = signed ? numbers.signed(term.value(), span) : term.value();
            texts.add(
                    term.factor().equals(BigInteger.ONE)
                            ? value.within(terms.size() == 1 ? Value.Binding.SUM : Value.Binding.PRODUCT)
                            : literal(term.factor(), signed) + " * " + value.within(Value.Binding.PREFIX));
        }
        if (number.signum() != 0 || texts.isEmpty()) {
            texts.add(literal(number, signed));
        }
        return String.join(" + ", texts);
    }

    private String literal(BigInteger number, boolean signed) {
        Value value = numbers.constant(number, span);
        return signed ? numbers.signed(value, span).text() : value.text();
    }
}
