package thymus.solver.term;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.IntTerm.Sum.Part;

/**
 * Builds terms in canonical form and interns them. Not safe for use by several threads: each proof has its own.
 *
 * <p>Sums are linear combinations. A packed slot, {@code Σ 2^offset·field}, therefore loses its shifts and masks in
 * {@link #divide} and {@link #modulo} by constants once the fields' ranges allow.
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
    /** The ranges of unknown functions by name. */
    private final Map<String, UnknownFunction.Codomain> codomains = new HashMap<>();

    private int nextFresh;
    public final BoolTerm yes = new BoolTerm.Truth(interner.nextId(), true);
    public final BoolTerm no = new BoolTerm.Truth(interner.nextId(), false);
    public final IntTerm zero = constant(BigInteger.ZERO);
    public final IntTerm one = constant(BigInteger.ONE);

    /** The constant with this value. */
    public IntTerm constant(BigInteger value) {
        return interner.intern(Interner.key("constant", value), id -> new IntTerm.Constant(id, value));
    }

    /** The constant with this value. */
    public IntTerm constant(long value) {
        return constant(BigInteger.valueOf(value));
    }

    /** The constant true or false. */
    public BoolTerm truth(boolean value) {
        return value ? yes : no;
    }

    /**
     * The symbol with this name.
     *
     * @throws IllegalStateException if it was made with another range, which may already have been used
     */
    public IntTerm symbol(String name, Interval range) {
        IntTerm symbol = interner.intern(Interner.key("symbol", name), id -> new IntTerm.Symbol(id, name, range));
        requireSame(name, symbol.range(), range);
        return symbol;
    }

    /** A symbol with a new name. */
    public IntTerm fresh(String name, Interval range) {
        return symbol(name + "!" + nextFresh++, range);
    }

    /**
     * The value of a function; without arguments it is a symbol. Its range follows from the arguments' own ranges,
     * never from the facts of a path.
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

    /** The value of a constant; empty for any other term. */
    public static Optional<BigInteger> constantOf(IntTerm term) {
        return term instanceof IntTerm.Constant c ? Optional.of(c.value()) : Optional.empty();
    }

    /** The sum. */
    public IntTerm add(IntTerm a, IntTerm b) {
        return linear.add(a, b);
    }

    /** The difference. */
    public IntTerm subtract(IntTerm a, IntTerm b) {
        return linear.subtract(a, b);
    }

    /** The product with a constant. */
    public IntTerm scale(IntTerm a, BigInteger factor) {
        return linear.scale(a, factor);
    }

    /** The sum of terms times their coefficients, without intermediate sums. */
    public IntTerm combine(BigInteger constant, List<Part> weighted) {
        return linear.combine(constant, weighted);
    }

    /** The constant of the linear form. */
    public static BigInteger constantPart(IntTerm term) {
        return Linear.constantPart(term);
    }

    /** The linear form without its constant. A term that is not a sum is its own only part. */
    public static List<Part> parts(IntTerm term) {
        return Linear.parts(term);
    }

    /** @param parts terms that are not sums or constants, each once */
    IntTerm sum(BigInteger constant, List<Part> parts) {
        return linear.sum(constant, parts);
    }

    /** The product. */
    public IntTerm multiply(IntTerm a, IntTerm b) {
        return products.multiply(a, b);
    }

    /** Floor division. The result is unconstrained for a divisor that is not positive, so callers must exclude it. */
    public IntTerm divide(IntTerm a, IntTerm b, Ranges ranges) {
        return division.divide(a, b, ranges);
    }

    /** The quotient rounded towards negative infinity, as in {@link #divide}. */
    public static BigInteger floorDivide(BigInteger a, BigInteger b) {
        return Division.floorDivide(a, b);
    }

    /** The remainder of floor division by a positive divisor. It is unconstrained for any other divisor. */
    public IntTerm modulo(IntTerm a, IntTerm b, Ranges ranges) {
        return remainders.modulo(a, b, ranges);
    }

    /** The choice {@code condition ? then : otherwise}. */
    public IntTerm choose(BoolTerm condition, IntTerm then, IntTerm otherwise) {
        return choices.choose(condition, then, otherwise);
    }

    /** The comparison {@code a < b}. */
    public BoolTerm less(IntTerm a, IntTerm b) {
        return notPositive(add(subtract(a, b), one));
    }

    /** The comparison {@code a <= b}. */
    public BoolTerm lessOrEqual(IntTerm a, IntTerm b) {
        return notPositive(subtract(a, b));
    }

    /** The comparison {@code a == b}. */
    public BoolTerm equal(IntTerm a, IntTerm b) {
        return a == b ? yes : zero(subtract(a, b));
    }

    /** The comparison {@code term <= 0}. */
    public BoolTerm notPositive(IntTerm term) {
        return comparisons.notPositive(term, Comparisons.LIFTED_CHOICES);
    }

    /** The comparison {@code term == 0}. */
    public BoolTerm zero(IntTerm term) {
        return comparisons.zero(term, Comparisons.LIFTED_CHOICES);
    }

    /** The negation. */
    public BoolTerm not(BoolTerm operand) {
        return junctions.not(operand);
    }

    /** The conjunction; true without operands. */
    public BoolTerm and(BoolTerm... operands) {
        return and(List.of(operands));
    }

    /** The disjunction; false without operands. */
    public BoolTerm or(BoolTerm... operands) {
        return or(List.of(operands));
    }

    /** The implication. */
    public BoolTerm implies(BoolTerm left, BoolTerm right) {
        return or(not(left), right);
    }

    /** The conjunction; true without operands. */
    public BoolTerm and(List<BoolTerm> operands) {
        return junctions.junction(operands, true);
    }

    /** The disjunction; false without operands. */
    public BoolTerm or(List<BoolTerm> operands) {
        return junctions.junction(operands, false);
    }

    /** The operands of a conjunction; any other term is its only conjunct. */
    public static List<BoolTerm> conjuncts(BoolTerm term) {
        return Connectives.conjuncts(term);
    }

    /** The operands of a disjunction; any other term is its only disjunct. */
    public static List<BoolTerm> disjuncts(BoolTerm term) {
        return Connectives.disjuncts(term);
    }
}
