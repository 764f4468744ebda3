package thymus.solver.term;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.IntTerm.Sum.Part;

/**
 * Makes terms in canonical form and interns them. Not safe for use by several threads: a proof owns one.
 *
 * <p>Sums are linear combinations, so that a packed slot, {@code Σ 2^offset·field}, loses its shifts and masks to
 * {@link #divide} and {@link #modulo} by constants as soon as the fields' ranges allow.
 */
public final class Terms {
    final Interner interner = new Interner();
    private final Linear linear = new Linear(this, interner);
    private final Products products = new Products(this, interner);
    private final Division division = new Division(this, interner, linear, products);
    private final Remainders remainders = new Remainders(this, interner, linear);
    private final Choices choices = new Choices(this, interner);
    private final Comparisons comparisons = new Comparisons(this, interner, linear);
    private final Connectives junctions = new Connectives(this, interner, comparisons);
    /** By the functions' names. */
    private final Map<String, UnknownFunction.Codomain> codomains = new HashMap<>();

    private int nextFresh;
    public final BoolTerm yes = new BoolTerm.Truth(interner.nextId(), true);
    public final BoolTerm no = new BoolTerm.Truth(interner.nextId(), false);
    public final IntTerm zero = constant(BigInteger.ZERO);
    public final IntTerm one = constant(BigInteger.ONE);

    public IntTerm constant(BigInteger value) {
        return interner.intern(Interner.key("constant", value), id -> new IntTerm.Constant(id, value));
    }

    public IntTerm constant(long value) {
        return constant(BigInteger.valueOf(value));
    }

    public BoolTerm truth(boolean value) {
        return value ? yes : no;
    }

    /**
     * The symbol of that name.
     *
     * @throws IllegalStateException if it was made with another range: that range may have been used already
     */
    public IntTerm symbol(String name, Interval range) {
        IntTerm symbol = interner.intern(Interner.key("symbol", name), id -> new IntTerm.Symbol(id, name, range));
        requireSame(name, symbol.range(), range);
        return symbol;
    }

    /** A symbol that no one else has. */
    public IntTerm fresh(String name, Interval range) {
        return symbol(name + "!" + nextFresh++, range);
    }

    /**
     * The function's value; without arguments it is a symbol. Its range is what the arguments' own ranges give, never
     * what a path knows of them.
     *
     * @throws IllegalStateException if another function of that name was used
     */
    public IntTerm apply(UnknownFunction function, List<IntTerm> arguments) {
        UnknownFunction.Codomain known = codomains.putIfAbsent(function.name(), function.codomain());
        if (known != null) {
            requireSame(function.name(), known, function.codomain());
        }
        Interval range = function.range(arguments, IntTerm::range);
        if (arguments.isEmpty()) {
            return symbol(function.name(), range);
        }
        return interner.intern(
                Interner.key("apply", function.name(), Interner.ids(arguments)),
                id -> new IntTerm.Apply(id, function, List.copyOf(arguments), range));
    }

    private static void requireSame(String name, Object known, Object wanted) {
        if (!known.equals(wanted)) {
            throw new IllegalStateException("the unknown " + name + " has the values " + known + ", not " + wanted);
        }
    }

    public static Optional<BigInteger> constantOf(IntTerm term) {
        return term instanceof IntTerm.Constant c ? Optional.of(c.value()) : Optional.empty();
    }

    public IntTerm add(IntTerm a, IntTerm b) {
        return linear.add(a, b);
    }

    public IntTerm subtract(IntTerm a, IntTerm b) {
        return linear.subtract(a, b);
    }

    public IntTerm scale(IntTerm a, BigInteger factor) {
        return linear.scale(a, factor);
    }

    /** The sum of any terms, each times its coefficient; no sum on the way to it is made. */
    public IntTerm combine(BigInteger constant, List<Part> weighted) {
        return linear.combine(constant, weighted);
    }

    /** What the linear form adds to its parts. */
    public static BigInteger constantPart(IntTerm term) {
        return Linear.constantPart(term);
    }

    /** The linear form without its constant; a term that is no sum is its own only part. */
    public static List<Part> parts(IntTerm term) {
        return Linear.parts(term);
    }

    /** @param parts terms that are no sums or constants, each once */
    IntTerm sum(BigInteger constant, List<Part> parts) {
        return linear.sum(constant, parts);
    }

    public IntTerm multiply(IntTerm a, IntTerm b) {
        return products.multiply(a, b);
    }

    /** Floor division; by a divisor that is not positive the result is unconstrained, so callers say where it counts. */
    public IntTerm divide(IntTerm a, IntTerm b, Ranges ranges) {
        return division.divide(a, b, ranges);
    }

    /** Towards negative infinity, as {@link #divide} does. */
    public static BigInteger floorDivide(BigInteger a, BigInteger b) {
        return Division.floorDivide(a, b);
    }

    /** The remainder of floor division by a positive divisor; by another one it is unconstrained. */
    public IntTerm modulo(IntTerm a, IntTerm b, Ranges ranges) {
        return remainders.modulo(a, b, ranges);
    }

    public IntTerm choose(BoolTerm condition, IntTerm then, IntTerm otherwise) {
        return choices.choose(condition, then, otherwise);
    }

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
        return comparisons.notPositive(term, Comparisons.LIFTED_CHOICES);
    }

    /** {@code term == 0}. */
    public BoolTerm zero(IntTerm term) {
        return comparisons.zero(term, Comparisons.LIFTED_CHOICES);
    }

    public BoolTerm not(BoolTerm operand) {
        return junctions.not(operand);
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
        return junctions.junction(operands, true);
    }

    public BoolTerm or(List<BoolTerm> operands) {
        return junctions.junction(operands, false);
    }

    public static List<BoolTerm> conjuncts(BoolTerm term) {
        return Connectives.conjuncts(term);
    }

    public static List<BoolTerm> disjuncts(BoolTerm term) {
        return Connectives.disjuncts(term);
    }
}
