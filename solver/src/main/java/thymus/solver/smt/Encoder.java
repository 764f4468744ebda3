package thymus.solver.smt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Subterms;

/**
 * Translates terms to a solver's expressions, for one query. The ranges of terms become side conditions of the query. A
 * subclass only builds the solver's own expressions.
 *
 * <p>The order in which expressions are built is part of the query, because solvers number expressions and sort by
 * these numbers.
 *
 * @param <I> the solver's integer expressions
 * @param <B> its boolean expressions
 */
public abstract class Encoder<I, B> {
    private final Map<Integer, I> integers = new HashMap<>();
    private final Map<Integer, B> truths = new HashMap<>();
    /** Side conditions by the id of the term that they constrain. */
    private final Map<Integer, List<B>> conditions = new HashMap<>();

    /**
     * An encoded query.
     *
     * @param <B> the solver's boolean expressions
     */
    public record Formula<B>(List<B> sideConditions, List<B> assertions) {}

    protected abstract I number(BigInteger value);

    /** An unknown integer. */
    protected abstract I unknown(String name);

    /** An unknown function over integers. */
    protected abstract Function<List<I>, I> function(String name, int arity);

    /** @param parts at least two, because SMT-LIB's {@code +} needs two */
    protected abstract I sum(List<I> parts);

    /** @param factors at least two */
    protected abstract I product(List<I> factors);

    protected abstract I difference(I minuend, I subtrahend);

    /** Floor division by a positive constant. */
    protected abstract I quotient(I dividend, I divisor);

    /** The remainder of {@link #quotient}. */
    protected abstract I remainder(I dividend, I divisor);

    protected abstract I choice(B condition, I then, I otherwise);

    protected abstract B truth(boolean value);

    protected abstract B lessOrEqual(I left, I right);

    protected abstract B less(I left, I right);

    protected abstract B greater(I left, I right);

    protected abstract B equal(I left, I right);

    protected abstract B not(B operand);

    protected abstract B and(List<B> operands);

    protected abstract B or(List<B> operands);

    protected abstract B implies(B premise, B conclusion);

    /** Encodes a query: the assertions, and the side conditions of all terms in them. */
    public Formula<B> encode(List<BoolTerm> assertions) {
        List<B> encoded = new ArrayList<>();
        List<B> sides = new ArrayList<>();
        Set<Integer> visited = new HashSet<>();
        for (BoolTerm assertion : assertions) {
            encoded.add(truth(assertion));
            collect(assertion, visited, sides);
        }
        return new Formula<>(sides, encoded);
    }

    private I integer(IntTerm term) {
        I known = integers.get(term.id());
        if (known == null) {
            known = compute(term);
            integers.put(term.id(), known);
        }
        return known;
    }

    private I compute(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> number(c.value());
            case IntTerm.Symbol s -> bounded(s, unknown(s.name()), s.range());
            case IntTerm.Apply a -> {
                Function<List<I>, I> function =
                        function(a.function().name(), a.arguments().size());
                yield bounded(
                        a,
                        function.apply(a.arguments().stream().map(this::integer).toList()),
                        a.range());
            }
            case IntTerm.Sum s -> {
                List<I> parts = new ArrayList<>();
                for (Part part : s.parts()) {
                    parts.add(
                            part.coefficient().equals(BigInteger.ONE)
                                    ? integer(part.term())
                                    : product(List.of(number(part.coefficient()), integer(part.term()))));
                }
                if (s.constant().signum() != 0) {
                    parts.add(number(s.constant()));
                }
                yield parts.size() == 1 ? parts.getFirst() : sum(parts);
            }
            case IntTerm.Product p ->
                product(p.factors().stream().map(this::integer).toList());
            case IntTerm.Quotient q
            when isPositiveConstant(q.divisor()) -> quotient(integer(q.dividend()), integer(q.divisor()));
            case IntTerm.Remainder r
            when isPositiveConstant(r.divisor()) -> remainder(integer(r.dividend()), integer(r.divisor()));
            case IntTerm.Quotient q -> unknownQuotient(q.id(), q.dividend(), q.divisor());
            case IntTerm.Remainder r -> {
                I quotient = unknownQuotient(r.id(), r.dividend(), r.divisor());
                yield difference(integer(r.dividend()), product(List.of(integer(r.divisor()), quotient)));
            }
            case IntTerm.Choice c -> choice(truth(c.condition()), integer(c.then()), integer(c.otherwise()));
        };
    }

    private static boolean isPositiveConstant(IntTerm divisor) {
        return divisor instanceof IntTerm.Constant c && c.value().signum() > 0;
    }

    /** The name of the unknown that encodes a quotient by an unknown divisor. */
    static String quotientName(IntTerm dividend, IntTerm divisor) {
        return "quotient!" + dividend.id() + "!" + divisor.id();
    }

    /** Requires d·q <= n < d·q + d for d > 0, because solvers know little about their own division by an unknown. */
    private I unknownQuotient(int id, IntTerm dividend, IntTerm divisor) {
        I quotient = unknown(quotientName(dividend, divisor));
        I n = integer(dividend);
        I d = integer(divisor);
        I product = product(List.of(d, quotient));
        conditions.put(
                id,
                List.of(implies(
                        greater(d, number(BigInteger.ZERO)),
                        and(List.of(lessOrEqual(product, n), less(n, sum(List.of(product, d))))))));
        return quotient;
    }

    private I bounded(IntTerm term, I expression, Interval range) {
        List<B> bounds = new ArrayList<>();
        range.low().ifPresent(low -> bounds.add(lessOrEqual(number(low), expression)));
        range.high().ifPresent(high -> bounds.add(lessOrEqual(expression, number(high))));
        conditions.put(term.id(), bounds);
        return expression;
    }

    /** The expression of a boolean term. */
    public B truth(BoolTerm term) {
        B known = truths.get(term.id());
        if (known == null) {
            known = switch (term) {
                case BoolTerm.Truth t -> truth(t.value());
                case BoolTerm.NotPositive n -> lessOrEqual(integer(n.term()), number(BigInteger.ZERO));
                case BoolTerm.Zero z -> equal(integer(z.term()), number(BigInteger.ZERO));
                case BoolTerm.Not n -> not(truth(n.operand()));
                case BoolTerm.And a -> and(all(a.operands()));
                case BoolTerm.Or o -> or(all(o.operands()));
            };
            truths.put(term.id(), known);
        }
        return known;
    }

    private List<B> all(List<BoolTerm> terms) {
        return terms.stream().map(this::truth).toList();
    }

    private void collect(BoolTerm term, Set<Integer> visited, List<B> sides) {
        if (!visited.add(term.id())) {
            return;
        }
        switch (term) {
            case BoolTerm.Truth t -> {}
            case BoolTerm.NotPositive n -> collect(n.term(), visited, sides);
            case BoolTerm.Zero z -> collect(z.term(), visited, sides);
            case BoolTerm.Not n -> collect(n.operand(), visited, sides);
            case BoolTerm.And a -> a.operands().forEach(x -> collect(x, visited, sides));
            case BoolTerm.Or o -> o.operands().forEach(x -> collect(x, visited, sides));
        }
    }

    private void collect(IntTerm term, Set<Integer> visited, List<B> sides) {
        if (!visited.add(term.id())) {
            return;
        }
        sides.addAll(conditions.getOrDefault(term.id(), List.of()));
        Subterms.children(term).forEach(child -> collect(child, visited, sides));
        if (term instanceof IntTerm.Choice c) {
            collect(c.condition(), visited, sides);
        }
    }
}
