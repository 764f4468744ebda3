package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Variable;

/**
 * What an expression is read against: a settled state, the transaction that led to it, and the names in scope.
 *
 * <p>For a value that does not exist, such as a view that reverts, a method throws {@link UndefinedValue} (or the
 * prover's own way): that is an error of the property, never a quiet "true".
 */
public interface Scope<I, B> {
    Algebra<I, B> algebra();

    /** The same state, for all that is a number. Truth values inside a number only choose it. */
    default Scope<I, ?> numbers() {
        return this;
    }

    /** The place of this state within its step, in words; empty for a settled one. */
    default Optional<String> moment() {
        return Optional.empty();
    }

    /** The same names in the settled state before this step. The words of the step, its clock among them, stay. */
    Scope<I, B> previous();

    /**
     * The same state and names, with a clock that shows another time. In another block the time is the one at which the
     * state settled: nothing says when that block came.
     *
     * @param clock the time, or the number of the block
     */
    Scope<I, B> at(Expr.Context.Field clock, I time);

    Scope<I, B> bind(Variable variable, I value);

    I local(Variable variable);

    /** The address of an actor or deployed contract. */
    I account(String name);

    /** The value of a parameter of the deployment. */
    I parameter(String name);

    I context(Expr.Context.Field field);

    /** @param arguments the words of the static head; sequences are flattened in order */
    I call(Expr.ViewCall call, List<I> arguments);

    /** The view's result as a truth value. */
    default B holds(Expr.ViewCall call, List<I> arguments) {
        Algebra<I, B> algebra = algebra();
        return algebra.not(algebra.same(call(call, arguments), algebra.integer(BigInteger.ZERO)));
    }

    /**
     * How far a view's truth value is from the other one, by the comparisons in its code.
     *
     * @return at least 1; empty if it is not known
     */
    default Optional<BigInteger> distance(Expr.ViewCall call, List<I> arguments) {
        return Optional.empty();
    }

    /** @param keys values of {@code read.path().keys()} */
    I storage(Expr.StorageRead read, List<I> keys);

    /** @param keys values of {@code sum.path().keys()} */
    I sum(Expr.MappingSum sum, List<I> keys);

    I etherBalance(I account);

    /** @param seconds the length of the window; empty: since setup */
    I windowed(Expr.Windowed aggregate, Optional<I> seconds, Optional<I> key);

    /**
     * The value of a past operator; a truth value is 1 or 0.
     *
     * @param seconds how far it looks back, if it says so
     */
    I past(Expr.Past operator, Optional<I> seconds);

    B can(Expr.Can can, I sender, List<I> arguments);

    /** Whether the step that led to this state has the same outcome and effects without the contract. */
    B sameWithout(Expr.SameWithout comparison);

    /** The first difference that {@link #sameWithout} finds, in words; empty if there is none, or none is told. */
    default Optional<String> difference(Expr.SameWithout comparison) {
        return Optional.empty();
    }

    /** The body for every value of the quantifier's domain, which the reading knows. */
    B forAll(Expr.ForAll quantifier, Function<I, B> body);

    I ghost(GhostVariable variable);
}
