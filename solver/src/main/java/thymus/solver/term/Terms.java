package thymus.solver.term;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import thymus.solver.term.IntTerm.Sum.Part;

/**
 * Makes terms in canonical form and interns them. Not safe for use by several threads: a proof owns one.
 *
 * <p>Sums are linear combinations, so that a packed slot, {@code Σ 2^offset·field}, loses its shifts and masks to
 * {@link #divide} and {@link #modulo} by constants as soon as the fields' ranges allow.
 */
public final class Terms {
    private static final Comparator<Part> BY_ID = Comparator.comparingInt(p -> p.term().id());
    /** A comparison is carried into a choice this deep at most: each level doubles it. */
    private static final int LIFTED_CHOICES = 3;
    /** Longer junctions are left as they are: simplifying them costs more than it saves the solver. */
    private static final int MOST_SIMPLIFIED = 16;

    private final Map<Object, Object> interned = new HashMap<>();
    /** Negations go through a whole term: each is made once. */
    private final Map<Integer, BoolTerm> negations = new HashMap<>();
    private int nextId;
    private int nextFresh;
    public final BoolTerm yes = new BoolTerm.Truth(nextId++, true);
    public final BoolTerm no = new BoolTerm.Truth(nextId++, false);
    public final IntTerm zero = constant(BigInteger.ZERO);
    public final IntTerm one = constant(BigInteger.ONE);

    @SuppressWarnings("unchecked")
    private <T> T intern(Object key, java.util.function.IntFunction<T> make) {
        Object known = interned.get(key);
        if (known == null) {
            known = make.apply(nextId++);
            interned.put(key, known);
        }
        return (T) known;
    }

    private static List<Object> key(String kind, Object... rest) {
        List<Object> key = new ArrayList<>(rest.length + 1);
        key.add(kind);
        for (Object part : rest) {
            key.add(part instanceof IntTerm t ? (Object) t.id() : part instanceof BoolTerm b ? (Object) b.id() : part);
        }
        return key;
    }

    // ---- leaves

    public IntTerm constant(BigInteger value) {
        return intern(key("constant", value), id -> new IntTerm.Constant(id, value));
    }

    public IntTerm constant(long value) {
        return constant(BigInteger.valueOf(value));
    }

    public BoolTerm truth(boolean value) {
        return value ? yes : no;
    }

    /** The symbol of that name; the range of its first mention stays. */
    public IntTerm symbol(String name, Interval range) {
        return intern(key("symbol", name), id -> new IntTerm.Symbol(id, name, range));
    }

    /** A symbol that no one else has. */
    public IntTerm fresh(String name, Interval range) {
        return symbol(name + "!" + nextFresh++, range);
    }

    public IntTerm apply(String function, List<IntTerm> arguments, Interval range) {
        if (arguments.isEmpty()) {
            return symbol(function, range);
        }
        return intern(
                key("apply", function, ids(arguments)),
                id -> new IntTerm.Apply(id, function, List.copyOf(arguments), range));
    }

    private static List<Integer> ids(List<IntTerm> terms) {
        return terms.stream().map(IntTerm::id).toList();
    }

    public static Optional<BigInteger> constantOf(IntTerm term) {
        return term instanceof IntTerm.Constant c ? Optional.of(c.value()) : Optional.empty();
    }

    // ---- linear arithmetic

    public IntTerm add(IntTerm a, IntTerm b) {
        return linear(a, BigInteger.ONE, b, BigInteger.ONE);
    }

    public IntTerm subtract(IntTerm a, IntTerm b) {
        return linear(a, BigInteger.ONE, b, BigInteger.ONE.negate());
    }

    public IntTerm scale(IntTerm a, BigInteger factor) {
        return linear(a, factor, zero, BigInteger.ONE);
    }

    public static BigInteger constantPart(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> c.value();
            case IntTerm.Sum s -> s.constant();
            default -> BigInteger.ZERO;
        };
    }

    public static List<Part> parts(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> List.of();
            case IntTerm.Sum s -> s.parts();
            default -> List.of(new Part(term, BigInteger.ONE));
        };
    }

    private IntTerm linear(IntTerm a, BigInteger factorA, IntTerm b, BigInteger factorB) {
        TreeMap<Integer, Part> parts = new TreeMap<>();
        accumulate(parts, a, factorA);
        accumulate(parts, b, factorB);
        BigInteger constant =
                constantPart(a).multiply(factorA).add(constantPart(b).multiply(factorB));
        return sum(constant, new ArrayList<>(parts.values()));
    }

    private static void accumulate(TreeMap<Integer, Part> parts, IntTerm term, BigInteger factor) {
        for (Part part : parts(term)) {
            parts.merge(
                    part.term().id(),
                    new Part(part.term(), part.coefficient().multiply(factor)),
                    (x, y) -> new Part(x.term(), x.coefficient().add(y.coefficient())));
        }
    }

    /** @param parts terms that are no sums or constants, each once */
    IntTerm sum(BigInteger constant, List<Part> parts) {
        List<Part> kept = new ArrayList<>();
        for (Part part : parts) {
            if (part.coefficient().signum() != 0) {
                kept.add(part);
            }
        }
        if (kept.isEmpty()) {
            return constant(constant);
        }
        if (kept.size() == 1 && constant.signum() == 0 && kept.getFirst().coefficient().equals(BigInteger.ONE)) {
            return kept.getFirst().term();
        }
        kept.sort(BY_ID);
        Interval range = Interval.exactly(constant);
        List<Object> key = new ArrayList<>(List.of("sum", constant));
        for (Part part : kept) {
            range = range.plus(part.term().range().times(part.coefficient()));
            key.add(part.term().id());
            key.add(part.coefficient());
        }
        Interval exact = range;
        return intern(key, id -> new IntTerm.Sum(id, constant, List.copyOf(kept), exact));
    }

    // ---- products, quotients, remainders

    public IntTerm multiply(IntTerm a, IntTerm b) {
        if (a instanceof IntTerm.Constant c) {
            return scale(b, c.value());
        }
        if (b instanceof IntTerm.Constant c) {
            return scale(a, c.value());
        }
        // Multiplication by a flag is a choice: how saturating arithmetic avoids a jump.
        if (a instanceof IntTerm.Choice c && c.then() == one && c.otherwise() == zero) {
            return choose(c.condition(), b, zero);
        }
        if (b instanceof IntTerm.Choice c && c.then() == one && c.otherwise() == zero) {
            return choose(c.condition(), a, zero);
        }
        // A sum stays a factor: (now - then)·rate keeps the range that a path knows of now - then.
        List<IntTerm> factors = new ArrayList<>();
        factors.addAll(a instanceof IntTerm.Product p ? p.factors() : List.of(a));
        factors.addAll(b instanceof IntTerm.Product p ? p.factors() : List.of(b));
        factors.sort(Comparator.comparingInt(IntTerm::id));
        Interval range = Interval.exactly(BigInteger.ONE);
        for (IntTerm factor : factors) {
            range = range.times(factor.range());
        }
        Interval exact = range;
        return intern(
                key("product", ids(factors)), id -> new IntTerm.Product(id, List.copyOf(factors), exact));
    }

    /** Floor division; the divisor must not be zero where the result counts. */
    public IntTerm divide(IntTerm a, IntTerm b, Ranges ranges) {
        Interval rangeOfA = ranges.of(a);
        Optional<BigInteger> divisor = constantOf(b);
        if (divisor.isPresent()) {
            return divideBy(a, divisor.get(), ranges);
        }
        if (rangeOfA.equals(Interval.exactly(BigInteger.ZERO))) {
            return zero;
        }
        Optional<IntTerm> exact = multipleOf(a, b).map(this::constant).or(() -> withoutFactorInEachPart(a, b));
        if (exact.isPresent()) {
            return exact.get();
        }
        // Of the terms themselves: what this path knows of them is not true of the same quotient on another one.
        Interval range = a.range().isNonNegative() && b.range().isNonNegative()
                ? new Interval(Optional.of(BigInteger.ZERO), a.range().high())
                : Interval.ALL;
        return intern(key("quotient", a, b), id -> new IntTerm.Quotient(id, a, b, range));
    }

    /** k where a = k·b as linear forms. */
    private Optional<BigInteger> multipleOf(IntTerm a, IntTerm b) {
        List<Part> as = parts(a);
        List<Part> bs = parts(b);
        if (as.isEmpty() || as.size() != bs.size()) {
            return Optional.empty();
        }
        BigInteger[] division = as.getFirst().coefficient().divideAndRemainder(bs.getFirst().coefficient());
        return division[1].signum() == 0 && subtract(a, scale(b, division[0])) == zero
                ? Optional.of(division[0])
                : Optional.empty();
    }

    /** Σ k·x where a = Σ k·(b·x). */
    private Optional<IntTerm> withoutFactorInEachPart(IntTerm a, IntTerm b) {
        if (constantPart(a).signum() != 0) {
            return Optional.empty();
        }
        IntTerm total = zero;
        for (Part part : parts(a)) {
            Optional<IntTerm> rest = withoutFactor(part.term(), b);
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            total = add(total, scale(rest.get(), part.coefficient()));
        }
        return Optional.of(total);
    }

    private Optional<IntTerm> withoutFactor(IntTerm term, IntTerm factor) {
        if (term == factor) {
            return Optional.of(one);
        }
        if (term instanceof IntTerm.Product p && p.factors().contains(factor)) {
            List<IntTerm> rest = new ArrayList<>(p.factors());
            rest.remove(factor);
            IntTerm product = one;
            for (IntTerm f : rest) {
                product = multiply(product, f);
            }
            return Optional.of(product);
        }
        return Optional.empty();
    }

    private IntTerm divideBy(IntTerm a, BigInteger divisor, Ranges ranges) {
        if (divisor.equals(BigInteger.ONE)) {
            return a;
        }
        if (divisor.signum() <= 0) {
            throw new IllegalArgumentException("division by the constant " + divisor);
        }
        Split split = split(a, divisor, ranges);
        IntTerm rest = split.rest();
        Interval restRange = ranges.of(rest);
        IntTerm whole = sum(BigInteger.ZERO, split.multiples());
        Interval digits = Interval.of(BigInteger.ZERO, divisor.subtract(BigInteger.ONE));
        if (restRange.within(digits)) {
            return add(split.constantQuotient(this), whole);
        }
        if (rest instanceof IntTerm.Choice c) {
            return add(
                    add(whole, split.constantQuotient(this)),
                    choose(
                            c.condition(),
                            divideBy(c.then(), divisor, ranges),
                            divideBy(c.otherwise(), divisor, ranges)));
        }
        if (rest instanceof IntTerm.Quotient q && q.divisor() instanceof IntTerm.Constant d) {
            // floor(floor(x/d)/e) = floor(x/(d·e))
            return add(
                    add(whole, split.constantQuotient(this)),
                    divideBy(q.dividend(), d.value().multiply(divisor), ranges));
        }
        BigInteger common = commonFactor(rest).gcd(divisor);
        if (common.compareTo(BigInteger.ONE) > 0) {
            return add(
                    add(whole, split.constantQuotient(this)),
                    divideBy(divideExactly(rest, common), divisor.divide(common), ranges));
        }
        // Of the term itself, whatever a path knows: another path may make the same quotient.
        Interval range = floor(rest.range(), divisor);
        IntTerm dividend = rest;
        IntTerm quotient = intern(
                key("quotient", dividend, constant(divisor)),
                id -> new IntTerm.Quotient(id, dividend, constant(divisor), range));
        return add(add(whole, split.constantQuotient(this)), quotient);
    }

    private static Interval floor(Interval range, BigInteger divisor) {
        return new Interval(
                range.low().map(v -> floorDivide(v, divisor)), range.high().map(v -> floorDivide(v, divisor)));
    }

    public static BigInteger floorDivide(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() != 0 && (parts[1].signum() != b.signum()) ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Of all coefficients and the constant. */
    private static BigInteger commonFactor(IntTerm term) {
        BigInteger factor = constantPart(term).abs();
        for (Part part : parts(term)) {
            factor = factor.gcd(part.coefficient());
        }
        return factor;
    }

    private IntTerm divideExactly(IntTerm term, BigInteger factor) {
        List<Part> parts = new ArrayList<>();
        for (Part part : parts(term)) {
            parts.add(new Part(part.term(), part.coefficient().divide(factor)));
        }
        return sum(constantPart(term).divide(factor), parts);
    }

    /** A sum taken apart: {@code divisor·(Σ multiples + constantQuotient) + rest}. */
    private record Split(List<Part> multiples, BigInteger constantMultiple, IntTerm rest) {
        IntTerm constantQuotient(Terms terms) {
            return terms.constant(constantMultiple);
        }
    }

    private Split split(IntTerm a, BigInteger divisor, Ranges ranges) {
        List<Part> multiples = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        for (Part part : parts(a)) {
            // Towards zero: a coefficient below the divisor in size stays whole, for -x is not divisor·(-x) + (divisor-1)·x.
            BigInteger[] division = part.coefficient().divideAndRemainder(divisor);
            if (division[0].signum() != 0) {
                multiples.add(new Part(part.term(), division[0]));
            }
            if (division[1].signum() != 0) {
                others.add(new Part(part.term(), division[1]));
            }
        }
        BigInteger constant = constantPart(a);
        BigInteger quotient = floorDivide(constant, divisor);
        BigInteger remainder = constant.subtract(quotient.multiply(divisor));
        if (others.isEmpty()) {
            return new Split(multiples, quotient, constant(remainder));
        }
        // The constant is split only if the rest then fits the digits; otherwise it stays with the rest.
        IntTerm with = sum(remainder, others);
        if (ranges.of(with).within(Interval.of(BigInteger.ZERO, divisor.subtract(BigInteger.ONE)))) {
            return new Split(multiples, quotient, with);
        }
        return new Split(multiples, BigInteger.ZERO, sum(constant, others));
    }

    /** The remainder of floor division by a positive divisor. */
    public IntTerm modulo(IntTerm a, IntTerm b, Ranges ranges) {
        Interval rangeOfA = ranges.of(a);
        Optional<BigInteger> divisor = constantOf(b);
        if (divisor.isPresent()) {
            return moduloBy(a, divisor.get(), ranges);
        }
        if (rangeOfA.isNonNegative()
                && rangeOfA.high().isPresent()
                && b.range().low().isPresent()
                && rangeOfA.high().get().compareTo(b.range().low().get()) < 0) {
            return a;
        }
        Interval range = b.range().high().isPresent() && b.range().isNonNegative()
                ? Interval.of(BigInteger.ZERO, b.range().high().get())
                : Interval.atLeast(BigInteger.ZERO);
        return intern(key("remainder", a, b), id -> new IntTerm.Remainder(id, a, b, range));
    }

    private IntTerm moduloBy(IntTerm a, BigInteger divisor, Ranges ranges) {
        Interval digits = Interval.of(BigInteger.ZERO, divisor.subtract(BigInteger.ONE));
        if (ranges.of(a).within(digits)) {
            return a;
        }
        Split split = split(a, divisor, ranges);
        IntTerm rest = split.rest();
        Interval range = ranges.of(rest);
        if (range.within(digits)) {
            return rest;
        }
        // At most one wrap, up or down: a choice, which comparisons can look into.
        if (range.low().isPresent() && range.high().isPresent()) {
            BigInteger lowest = floorDivide(range.low().get(), divisor);
            BigInteger highest = floorDivide(range.high().get(), divisor);
            if (lowest.equals(highest)) {
                return subtract(rest, constant(lowest.multiply(divisor)));
            }
            if (highest.subtract(lowest).equals(BigInteger.ONE)) {
                BigInteger border = highest.multiply(divisor);
                IntTerm r = rest;
                return choose(
                        less(r, constant(border)),
                        subtract(r, constant(lowest.multiply(divisor))),
                        subtract(r, constant(border)));
            }
        }
        if (rest instanceof IntTerm.Choice c) {
            return choose(
                    c.condition(),
                    moduloBy(c.then(), divisor, ranges),
                    moduloBy(c.otherwise(), divisor, ranges));
        }
        if (rest instanceof IntTerm.Remainder r
                && r.divisor() instanceof IntTerm.Constant d
                && d.value().mod(divisor).signum() == 0) {
            return moduloBy(r.dividend(), divisor, ranges);
        }
        BigInteger common = commonFactor(rest).gcd(divisor);
        if (common.compareTo(BigInteger.ONE) > 0) {
            return scale(moduloBy(divideExactly(rest, common), divisor.divide(common), ranges), common);
        }
        IntTerm dividend = rest;
        return intern(
                key("remainder", dividend, constant(divisor)),
                id -> new IntTerm.Remainder(id, dividend, constant(divisor), digits));
    }

    public IntTerm choose(BoolTerm condition, IntTerm then, IntTerm otherwise) {
        if (condition == yes || then == otherwise) {
            return then;
        }
        if (condition == no) {
            return otherwise;
        }
        if (condition instanceof BoolTerm.Not not) {
            return choose(not.operand(), otherwise, then);
        }
        IntTerm thenUnder = under(condition, then);
        IntTerm otherwiseUnder = under(not(condition), otherwise);
        if (thenUnder != then || otherwiseUnder != otherwise) {
            return choose(condition, thenUnder, otherwiseUnder);
        }
        Interval range = then.range().union(otherwise.range());
        return intern(
                key("choice", condition, then, otherwise),
                id -> new IntTerm.Choice(id, condition, then, otherwise, range));
    }

    /** A choice inside a choice goes where the outer condition decides the inner one. */
    private IntTerm under(BoolTerm condition, IntTerm term) {
        if (!(term instanceof IntTerm.Choice inner)) {
            return term;
        }
        Optional<Boolean> decided = Facts.none(this).assume(condition).decide(inner.condition());
        return decided.isEmpty() ? term : under(condition, decided.get() ? inner.then() : inner.otherwise());
    }

    // ---- truth values

    public BoolTerm less(IntTerm a, IntTerm b) {
        return notPositive(add(subtract(a, b), one));
    }

    public BoolTerm lessOrEqual(IntTerm a, IntTerm b) {
        return notPositive(subtract(a, b));
    }

    public BoolTerm equal(IntTerm a, IntTerm b) {
        return a == b ? yes : zero(subtract(a, b));
    }

    /** {@code term <= 0}. */
    public BoolTerm notPositive(IntTerm term) {
        return notPositive(term, LIFTED_CHOICES);
    }

    private BoolTerm notPositive(IntTerm term, int lifts) {
        Interval range = term.range();
        if (range.high().isPresent() && range.high().get().signum() <= 0) {
            return yes;
        }
        if (range.low().isPresent() && range.low().get().signum() > 0) {
            return no;
        }
        Optional<Part> choice = lifts > 0 ? choiceIn(term) : Optional.empty();
        if (choice.isPresent() && choice.get().term() instanceof IntTerm.Choice c) {
            return chooseTruth(
                    c.condition(),
                    notPositive(replace(term, choice.get(), c.then()), lifts - 1),
                    notPositive(replace(term, choice.get(), c.otherwise()), lifts - 1));
        }
        IntTerm normal = divideByCommonFactor(term, true);
        return intern(key("notPositive", normal), id -> new BoolTerm.NotPositive(id, normal));
    }

    /** {@code term == 0}. */
    public BoolTerm zero(IntTerm term) {
        return zero(term, LIFTED_CHOICES);
    }

    private BoolTerm zero(IntTerm term, int lifts) {
        Interval range = term.range();
        if (range.single().isPresent()) {
            return truth(range.single().get().signum() == 0);
        }
        if (!range.contains(BigInteger.ZERO)) {
            return no;
        }
        Optional<Part> choice = lifts > 0 ? choiceIn(term) : Optional.empty();
        if (choice.isPresent() && choice.get().term() instanceof IntTerm.Choice c) {
            return chooseTruth(
                    c.condition(),
                    zero(replace(term, choice.get(), c.then()), lifts - 1),
                    zero(replace(term, choice.get(), c.otherwise()), lifts - 1));
        }
        IntTerm normal = divideByCommonFactor(term, false);
        if (normal == one) {
            return no;
        }
        if (parts(normal).getFirst().coefficient().signum() < 0) {
            normal = scale(normal, BigInteger.ONE.negate());
        }
        Optional<BoolTerm> unchanged = unchangedByRemainder(normal);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        IntTerm positive = normal;
        return intern(key("zero", positive), id -> new BoolTerm.Zero(id, positive));
    }

    /** x - x mod m == 0 says that x lies in [0, m): how compilers test that a number fits its type. */
    private Optional<BoolTerm> unchangedByRemainder(IntTerm term) {
        List<Part> parts = parts(term);
        if (parts.size() != 2
                || constantPart(term).signum() != 0
                || !parts.get(0).coefficient().negate().equals(parts.get(1).coefficient())) {
            return Optional.empty();
        }
        for (Part part : parts) {
            IntTerm other = part == parts.get(0) ? parts.get(1).term() : parts.get(0).term();
            if (part.term() instanceof IntTerm.Remainder r && r.dividend() == other) {
                return Optional.of(and(lessOrEqual(zero, other), less(other, r.divisor())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Part> choiceIn(IntTerm term) {
        for (Part part : parts(term)) {
            if (part.term() instanceof IntTerm.Choice) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private IntTerm replace(IntTerm sum, Part part, IntTerm value) {
        return add(subtract(sum, scale(part.term(), part.coefficient())), scale(value, part.coefficient()));
    }

    /** For an order the constant is rounded up; for an equality a constant that does not divide gives 1 (never 0). */
    private IntTerm divideByCommonFactor(IntTerm term, boolean order) {
        BigInteger factor = BigInteger.ZERO;
        for (Part part : parts(term)) {
            factor = factor.gcd(part.coefficient());
        }
        if (factor.compareTo(BigInteger.ONE) <= 0) {
            return term;
        }
        BigInteger constant = constantPart(term);
        BigInteger quotient = floorDivide(constant, factor);
        if (!quotient.multiply(factor).equals(constant)) {
            if (!order) {
                return one;
            }
            quotient = quotient.add(BigInteger.ONE);
        }
        return divideExactly(subtract(term, constant(constant.subtract(quotient.multiply(factor)))), factor);
    }

    private BoolTerm chooseTruth(BoolTerm condition, BoolTerm then, BoolTerm otherwise) {
        return then == otherwise
                ? then
                : or(and(condition, then), and(not(condition), otherwise));
    }

    public BoolTerm not(BoolTerm operand) {
        BoolTerm known = negations.get(operand.id());
        if (known == null) {
            known = negation(operand);
            negations.put(operand.id(), known);
            negations.put(known.id(), operand);
        }
        return known;
    }

    private BoolTerm negation(BoolTerm operand) {
        return switch (operand) {
            case BoolTerm.Truth t -> truth(!t.value());
            case BoolTerm.Not n -> n.operand();
            case BoolTerm.NotPositive n -> notPositive(subtract(one, n.term()), 0);
            case BoolTerm.And a -> or(a.operands().stream().map(this::not).toList());
            case BoolTerm.Or o -> and(o.operands().stream().map(this::not).toList());
            case BoolTerm.Zero z -> intern(key("not", z), id -> new BoolTerm.Not(id, z));
        };
    }

    public BoolTerm and(BoolTerm... operands) {
        return and(List.of(operands));
    }

    public BoolTerm or(BoolTerm... operands) {
        return or(List.of(operands));
    }

    public BoolTerm implies(BoolTerm left, BoolTerm right) {
        return or(not(left), right);
    }

    public BoolTerm and(List<BoolTerm> operands) {
        return junction(operands, true);
    }

    public BoolTerm or(List<BoolTerm> operands) {
        return junction(operands, false);
    }

    /** Flattens, drops doubles, finds x with not x, and replaces in each compound operand the literals beside it. */
    private BoolTerm junction(List<BoolTerm> operands, boolean conjunction) {
        BoolTerm neutral = truth(conjunction);
        BoolTerm absorbing = truth(!conjunction);
        List<BoolTerm> flat = new ArrayList<>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<BoolTerm, Boolean>());
        for (BoolTerm operand : operands) {
            for (BoolTerm part : conjunction ? conjuncts(operand) : disjuncts(operand)) {
                if (part == absorbing) {
                    return absorbing;
                }
                if (part != neutral && seen.add(part)) {
                    flat.add(part);
                }
            }
        }
        for (BoolTerm part : flat) {
            if (isLiteral(part) && seen.contains(not(part))) {
                return absorbing;
            }
        }
        for (int i = 0; i < flat.size(); i++) {
            BoolTerm compound = flat.get(i);
            if (isLiteral(compound) || flat.size() > MOST_SIMPLIFIED) {
                continue;
            }
            // x ∧ (¬x ∨ y) = x ∧ y; x ∨ (¬x ∧ y) = x ∨ y; and absorption.
            List<BoolTerm> inner = conjunction ? disjuncts(compound) : conjuncts(compound);
            if (inner.stream().anyMatch(seen::contains)) {
                List<BoolTerm> rest = new ArrayList<>(flat);
                rest.remove(i);
                return junction(rest, conjunction);
            }
            List<BoolTerm> kept = inner.stream().filter(x -> !seen.contains(not(x))).toList();
            if (kept.size() < inner.size()) {
                List<BoolTerm> rest = new ArrayList<>(flat);
                rest.set(i, conjunction ? or(kept) : and(kept));
                return junction(rest, conjunction);
            }
        }
        if (flat.isEmpty()) {
            return neutral;
        }
        if (flat.size() == 1) {
            return flat.getFirst();
        }
        flat.sort(Comparator.comparingInt(BoolTerm::id));
        List<Object> key = new ArrayList<>();
        key.add(conjunction ? "and" : "or");
        flat.forEach(part -> key.add(part.id()));
        return intern(
                key,
                id -> conjunction
                        ? new BoolTerm.And(id, List.copyOf(flat))
                        : new BoolTerm.Or(id, List.copyOf(flat)));
    }

    private static boolean isLiteral(BoolTerm term) {
        return !(term instanceof BoolTerm.And || term instanceof BoolTerm.Or);
    }

    public static List<BoolTerm> conjuncts(BoolTerm term) {
        return term instanceof BoolTerm.And and ? and.operands() : List.of(term);
    }

    public static List<BoolTerm> disjuncts(BoolTerm term) {
        return term instanceof BoolTerm.Or or ? or.operands() : List.of(term);
    }
}
