package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.monitor.Algebra;

/**
 * The prover's numbers. The conditions under which a value exists are collected in {@link #defined()}: a view does not
 * revert, and a divisor is not zero. They are guarded by the operators that evaluate their right side conditionally.
 */
final class TermAlgebra implements Algebra<IntTerm, BoolTerm> {
    private final Terms terms;
    private final Simplifier simplifier;
    private final Deque<BoolTerm> guards;
    private Optional<TermAlgebra> earlier = Optional.empty();
    private BoolTerm defined;

    TermAlgebra(Simplifier simplifier) {
        this(simplifier, new ArrayDeque<>());
    }

    private TermAlgebra(Simplifier simplifier, Deque<BoolTerm> guards) {
        this.terms = simplifier.terms();
        this.simplifier = simplifier;
        this.guards = guards;
        this.defined = terms.yes;
    }

    /** The numbers of the state that {@code prev} reads, whose conditions are collected apart. */
    TermAlgebra earlier() {
        if (earlier.isEmpty()) {
            earlier = Optional.of(new TermAlgebra(simplifier, guards));
        }
        return earlier.get();
    }

    BoolTerm defined() {
        return terms.and(definedHere(), definedEarlier());
    }

    /** That what was read of the state itself exists. */
    BoolTerm definedHere() {
        return defined;
    }

    /** That what was read of the earlier state exists. */
    BoolTerm definedEarlier() {
        return earlier.map(TermAlgebra::defined).orElse(terms.yes);
    }

    void require(BoolTerm condition) {
        BoolTerm guarded = condition;
        for (BoolTerm guard : guards) {
            guarded = terms.implies(guard, guarded);
        }
        defined = simplifier.simplify(terms.and(defined, guarded));
    }

    private <T> T under(BoolTerm guard, Supplier<T> value) {
        guards.push(guard);
        try {
            return value.get();
        } finally {
            guards.pop();
        }
    }

    @Override
    public IntTerm integer(BigInteger value) {
        return terms.constant(value);
    }

    @Override
    public BoolTerm truth(boolean value) {
        return terms.truth(value);
    }

    @Override
    public IntTerm add(IntTerm left, IntTerm right) {
        return terms.add(left, right);
    }

    @Override
    public IntTerm subtract(IntTerm left, IntTerm right) {
        return terms.subtract(left, right);
    }

    @Override
    public IntTerm multiply(IntTerm left, IntTerm right) {
        return terms.multiply(left, right);
    }

    @Override
    public IntTerm divide(IntTerm left, IntTerm right) {
        IntTerm divisor = simplifier.simplify(right);
        if (Terms.constantOf(divisor).filter(d -> d.signum() < 0).isPresent()) {
            return divide(terms.subtract(terms.zero, left), terms.subtract(terms.zero, divisor));
        }
        // A divisor that may be negative is not supported: the value is taken not to exist.
        require(terms.less(terms.zero, divisor));
        return divisor == terms.zero ? terms.zero : terms.divide(left, divisor, simplifier.facts()::range);
    }

    @Override
    public IntTerm modulo(IntTerm left, IntTerm right) {
        return terms.subtract(left, terms.multiply(right, divide(left, right)));
    }

    @Override
    public BoolTerm less(IntTerm left, IntTerm right) {
        return simplifier.simplify(terms.less(left, right));
    }

    @Override
    public BoolTerm lessOrEqual(IntTerm left, IntTerm right) {
        return simplifier.simplify(terms.lessOrEqual(left, right));
    }

    @Override
    public BoolTerm equal(IntTerm left, IntTerm right) {
        return simplifier.simplify(terms.equal(left, right));
    }

    @Override
    public BoolTerm not(BoolTerm operand) {
        return terms.not(operand);
    }

    @Override
    public BoolTerm and(BoolTerm left, Supplier<BoolTerm> right) {
        return left == terms.no ? left : terms.and(left, under(left, right));
    }

    @Override
    public BoolTerm or(BoolTerm left, Supplier<BoolTerm> right) {
        return left == terms.yes ? left : terms.or(left, under(terms.not(left), right));
    }

    @Override
    public IntTerm choose(BoolTerm condition, Supplier<IntTerm> then, Supplier<IntTerm> otherwise) {
        if (condition == terms.yes) {
            return then.get();
        }
        if (condition == terms.no) {
            return otherwise.get();
        }
        return terms.choose(condition, under(condition, then), under(terms.not(condition), otherwise));
    }
}
