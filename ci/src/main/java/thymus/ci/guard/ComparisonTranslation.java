package thymus.ci.guard;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.Walk;

/** Comparisons, with what is counted of flows in them: it is counted too high rather than too low. */
final class ComparisonTranslation {
    private final Parts parts;
    private final String property;
    private final Translation inner;

    ComparisonTranslation(Parts parts, String property, Translation inner) {
        this.parts = parts;
        this.property = property;
        this.inner = inner;
    }

    Value value(Expr.Binary e, GuardPolarity polarity) {
        Type type = e.left().type();
        if (type.equals(Type.TEXT)) {
            throw new NotEnforceable(e.span(), "it compares texts");
        }
        if (type.equals(Type.TRUTH) || type.equals(Type.ADDRESS)) {
            String sign = e.operator() == BinaryOperator.EQUAL ? " == " : " != ";
            return Value.truth(
                    inner.value(e.left()).within(Value.Binding.SUM)
                            + sign
                            + inner.value(e.right()).within(Value.Binding.SUM),
                    Value.Binding.EQUALITY);
        }
        LinearForm difference = LinearForm.difference(e.left(), e.right());
        boolean anyLength =
                difference.terms().stream().map(LinearForm.Term::atom).anyMatch(Durations::isOfAnyLength);
        return anyLength ? ofAnyLength(e, difference, polarity) : plain(e, difference, polarity);
    }

    private Value plain(Expr.Binary e, LinearForm difference, GuardPolarity polarity) {
        BalancedComparison comparison = new BalancedComparison(parts.numbers(), e.span());
        comparison.add(difference.constant());
        for (LinearForm.Term term : difference.terms()) {
            if (term.atom() instanceof Expr.Windowed w) {
                requireBelow(e.operator(), term.factor(), polarity, w);
                comparison.add(term.factor(), total(parts.accumulators().of(w, property), w));
            } else {
                comparison.add(term.factor(), inner.value(term.atom()));
            }
        }
        return comparison.value(e.operator());
    }

    private void requireBelow(BinaryOperator operator, BigInteger factor, GuardPolarity polarity, Expr.Windowed w) {
        boolean ordered = operator == BinaryOperator.LESS || operator == BinaryOperator.LESS_OR_EQUAL;
        boolean below = factor.signum() > 0 ? polarity == GuardPolarity.TRUE : polarity == GuardPolarity.FALSE;
        if (!ordered || !below) {
            throw new NotEnforceable(
                    w.span(), "it asks for more of " + w.flow().name() + " than that it stays below a bound");
        }
    }

    /** {@code k * sum(f, last W) <= C + R * W} for every W: a bucket that drains by R never holds more than C + R. */
    private Value ofAnyLength(Expr.Binary e, LinearForm exact, GuardPolarity polarity) {
        LinearForm difference = Durations.simplified(exact);
        List<LinearForm.Term> windows = difference.terms().stream()
                .filter(term -> Durations.isOfAnyLength(term.atom()))
                .toList();
        LinearForm.Term window = windows.getFirst();
        Expr.Windowed counted = (Expr.Windowed) window.atom();
        requireBelow(e.operator(), window.factor(), polarity, counted);
        Expr.Local length = Durations.of(counted).orElseThrow();
        if (inner.knows(length.variable())) {
            throw new NotEnforceable(e.span(), "the length of its window is one of several");
        }
        BigInteger rate = BigInteger.ZERO;
        BalancedComparison bound = new BalancedComparison(parts.numbers(), e.span());
        BalancedComparison empty = new BalancedComparison(parts.numbers(), e.span());
        bound.add(difference.constant());
        empty.add(exact.constant());
        for (LinearForm.Term term : difference.terms()) {
            if (Durations.same(term.atom(), length)) {
                rate = rate.subtract(term.factor());
            } else if (term != window) {
                if (Walk.all(term.atom()).anyMatch(part -> Durations.same(part, length))) {
                    throw new NotEnforceable(
                            e.span(), "its bound is no constant and a multiple of the length of the window");
                }
                Value value = inner.value(term.atom());
                bound.add(term.factor(), value);
                empty.add(term.factor(), value);
            }
        }
        if (windows.size() > 1 || rate.signum() < 0) {
            throw new NotEnforceable(e.span(), "its bound is no constant and a multiple of the length of the window");
        }
        Optional<BigInteger> most = bound.constantBound().map(rate::add);
        Accumulator bucket = parts.accumulators().draining(counted, window.factor(), rate, most, property);
        bound.add(BigInteger.ONE, total(bucket, counted));
        bound.add(rate.negate());
        Value filled = bound.value(e.operator());
        // A window without length carries nothing, and that too has to be below the bound.
        return empty.isTrivial(e.operator()) ? filled : both(filled, empty.value(e.operator()));
    }

    private static Value both(Value a, Value b) {
        return Value.truth(a.text() + " && " + b.text(), Value.Binding.CONJUNCTION);
    }

    private Value total(Accumulator accumulator, Expr.Windowed w) {
        Optional<String> key = w.key().map(k -> parts.numbers().key(inner.value(k), w));
        return Value.atom(accumulator.total(key), Sort.UNSIGNED);
    }
}
