package thymus.ci.guard;

import java.math.BigInteger;
import thymus.spec.text.NumberText;

/**
 * An expression of Solidity that has the value which the specification means, or reverts.
 *
 * @param binding how tightly it binds, tightest first
 * @param least no value is below; of a number
 * @param greatest no value is above; of a number
 */
record Value(String text, Binding binding, Sort sort, BigInteger least, BigInteger greatest) {
    /** The order of precedence in Solidity, tightest first. */
    enum Binding {
        ATOM,
        PREFIX,
        PRODUCT,
        SUM,
        COMPARISON,
        EQUALITY,
        CONJUNCTION,
        DISJUNCTION,
        CONDITIONAL
    }

    static Value number(BigInteger value) {
        boolean negative = value.signum() < 0;
        return new Value(
                literal(value),
                negative ? Binding.PREFIX : Binding.ATOM,
                negative ? Sort.SIGNED : Sort.UNSIGNED,
                value,
                value);
    }

    static Value of(String text, Binding binding, Sort sort) {
        return new Value(text, binding, sort, sort.least(), sort.greatest());
    }

    static Value atom(String text, Sort sort) {
        return of(text, Binding.ATOM, sort);
    }

    static Value truth(String text, Binding binding) {
        return new Value(text, binding, Sort.TRUTH, BigInteger.ZERO, BigInteger.ONE);
    }

    /** Whether it is a number that is known now. Solidity computes with such numbers in its own way. */
    boolean isConstant() {
        return (sort == Sort.UNSIGNED || sort == Sort.SIGNED) && least.equals(greatest);
    }

    boolean isZero() {
        return isConstant() && least.signum() == 0;
    }

    /** The text as a part of an expression that takes what binds so or more tightly. */
    String within(Binding loosest) {
        return binding.compareTo(loosest) <= 0 ? text : "(" + text + ")";
    }

    /** Short where a reader knows the number better so, as 100e18. */
    static String literal(BigInteger value) {
        return NumberText.value(value);
    }
}
