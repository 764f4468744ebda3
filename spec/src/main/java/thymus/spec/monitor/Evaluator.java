package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;

/** The meaning of expressions, once for both readings: everything that differs is behind {@link Scope}. */
public final class Evaluator {
    private Evaluator() {}

    /** @param expr of type truth value */
    public static <I, B> B truth(Expr expr, Scope<I, B> scope) {
        Algebra<I, B> algebra = scope.algebra();
        return switch (expr) {
            case Expr.TruthLiteral e -> algebra.truth(e.value());
            case Expr.Unary e -> unaryTruth(e, scope);
            case Expr.Binary e -> binaryTruth(e, scope);
            case Expr.Conditional e ->
                algebra.decide(
                        truth(e.condition(), scope), () -> truth(e.then(), scope), () -> truth(e.otherwise(), scope));
            case Expr.Previous e -> truth(e.operand(), scope.previous());
            case Expr.At e -> truth(e.operand(), scope.at(e.clock(), number(e.time(), scope)));
            case Expr.SameWithout e -> scope.sameWithout(e);
            case Expr.Can e -> scope.can(e, number(e.sender(), scope), words(e.arguments(), scope.numbers()));
            case Expr.ForAll e -> scope.forAll(e, value -> truth(e.body(), scope.bind(e.variable(), value)));
            case Expr.ViewCall e -> scope.holds(e, words(e.arguments(), scope));
            case Expr.Local _, Expr.StorageRead _, Expr.Past _ ->
                algebra.not(algebra.same(number(expr, scope), algebra.integer(BigInteger.ZERO)));
            case Expr.IntegerLiteral _,
                    Expr.TextLiteral _,
                    Expr.EncodedCall _,
                    Expr.Account _,
                    Expr.Parameter _,
                    Expr.Context _,
                    Expr.Ghost _,
                    Expr.MappingSum _,
                    Expr.EtherBalance _,
                    Expr.Windowed _,
                    Expr.Sequence _ -> throw new IllegalArgumentException("not a truth value: " + expr.span());
        };
    }

    /** @param expr of any scalar type; a truth value becomes 1 or 0, as a contract would hold it */
    public static <I, B> I integer(Expr expr, Scope<I, B> scope) {
        Algebra<I, B> algebra = scope.algebra();
        return switch (expr) {
            case Expr.IntegerLiteral e -> algebra.integer(e.value());
            case Expr.Local e -> scope.local(e.variable());
            case Expr.Account e -> scope.account(e.name());
            case Expr.Parameter e -> scope.parameter(e.name());
            case Expr.Context e -> scope.context(e.field());
            case Expr.ViewCall e -> scope.call(e, words(e.arguments(), scope));
            case Expr.StorageRead e -> scope.storage(e, words(e.path().keys(), scope));
            case Expr.MappingSum e -> scope.sum(e, words(e.path().keys(), scope));
            case Expr.EtherBalance e -> scope.etherBalance(integer(e.account(), scope));
            case Expr.Ghost e -> scope.ghost(e.variable());
            case Expr.Past e -> scope.past(e, e.length().map(seconds -> integer(seconds, scope)));
            case Expr.Windowed e ->
                scope.windowed(
                        e,
                        e.length().map(seconds -> integer(seconds, scope)),
                        e.key().map(key -> integer(key, scope)));
            case Expr.Previous e when e.type() != Type.TRUTH -> integer(e.operand(), scope.previous());
            case Expr.At e
            when e.type() != Type.TRUTH -> integer(e.operand(), scope.at(e.clock(), integer(e.time(), scope)));
            case Expr.Conditional e
            when e.type() != Type.TRUTH ->
                algebra.choose(
                        truth(e.condition(), scope),
                        () -> integer(e.then(), scope),
                        () -> integer(e.otherwise(), scope));
            case Expr.Unary e when e.type() != Type.TRUTH -> unaryInteger(e, scope);
            case Expr.Binary e when e.type() != Type.TRUTH -> binaryInteger(e, scope);
            case Expr.Previous _,
                    Expr.At _,
                    Expr.Conditional _,
                    Expr.Unary _,
                    Expr.Binary _,
                    Expr.TruthLiteral _,
                    Expr.Can _,
                    Expr.SameWithout _,
                    Expr.ForAll _ ->
                algebra.choose(
                        truth(expr, scope),
                        () -> algebra.integer(BigInteger.ONE),
                        () -> algebra.integer(BigInteger.ZERO));
            case Expr.Sequence e -> throw new IllegalArgumentException("a sequence is not one integer: " + e.span());
            case Expr.TextLiteral e -> throw new IllegalArgumentException("text is not an integer: " + e.span());
            case Expr.EncodedCall e -> throw new IllegalArgumentException("bytes are not an integer: " + e.span());
        };
    }

    /** How far the truth value of a view is from the other one. */
    static Optional<BigInteger> distance(Expr.ViewCall call, Scope<BigInteger, Boolean> scope) {
        return scope.distance(call, words(call.arguments(), scope));
    }

    /** As a truth value reads it. */
    private static <I> I number(Expr expr, Scope<I, ?> scope) {
        return integer(expr, scope.numbers());
    }

    private static <I, B> List<I> words(List<Expr> exprs, Scope<I, B> scope) {
        if (exprs.isEmpty()) {
            return List.of();
        }
        List<I> words = new ArrayList<>(exprs.size());
        for (int i = 0; i < exprs.size(); i++) { // every transaction comes here: an iterator costs more than the rest
            Expr expr = exprs.get(i);
            if (expr instanceof Expr.Sequence sequence) {
                words.addAll(words(sequence.elements(), scope));
            } else {
                words.add(integer(expr, scope));
            }
        }
        return words;
    }

    private static <I, B> B unaryTruth(Expr.Unary e, Scope<I, B> scope) {
        return switch (e.operator()) {
            case NOT -> scope.algebra().not(truth(e.operand(), scope));
            case NEGATE, ABSOLUTE -> throw new IllegalArgumentException("an integer: " + e.span());
        };
    }

    private static <I, B> I unaryInteger(Expr.Unary e, Scope<I, B> scope) {
        Algebra<I, B> algebra = scope.algebra();
        I operand = integer(e.operand(), scope);
        I zero = algebra.integer(BigInteger.ZERO);
        I negated = algebra.subtract(zero, operand);
        return switch (e.operator()) {
            case NEGATE -> negated;
            case ABSOLUTE -> algebra.choose(algebra.less(operand, zero), () -> negated, () -> operand);
            case NOT -> throw new IllegalArgumentException("a truth value: " + e.span());
        };
    }

    private static <I, B> I binaryInteger(Expr.Binary e, Scope<I, B> scope) {
        Algebra<I, B> algebra = scope.algebra();
        I left = integer(e.left(), scope);
        I right = integer(e.right(), scope);
        return switch (e.operator()) {
            case ADD -> algebra.add(left, right);
            case SUBTRACT -> algebra.subtract(left, right);
            case MULTIPLY -> algebra.multiply(left, right);
            case DIVIDE -> algebra.divide(left, right);
            case MODULO -> algebra.modulo(left, right);
            case MINIMUM -> algebra.choose(algebra.less(right, left), () -> right, () -> left);
            case MAXIMUM -> algebra.choose(algebra.less(left, right), () -> right, () -> left);
            case LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR, IMPLIES ->
                throw new IllegalArgumentException("a truth value: " + e.span());
        };
    }

    private static <I, B> B binaryTruth(Expr.Binary e, Scope<I, B> scope) {
        Algebra<I, B> algebra = scope.algebra();
        return switch (e.operator()) {
            case AND -> algebra.and(truth(e.left(), scope), () -> truth(e.right(), scope));
            case OR -> algebra.or(truth(e.left(), scope), () -> truth(e.right(), scope));
            case IMPLIES -> algebra.or(algebra.not(truth(e.left(), scope)), () -> truth(e.right(), scope));
            case LESS -> algebra.less(number(e.left(), scope), number(e.right(), scope));
            case LESS_OR_EQUAL -> algebra.lessOrEqual(number(e.left(), scope), number(e.right(), scope));
            case EQUAL -> equal(e, scope);
            case NOT_EQUAL -> algebra.not(equal(e, scope));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, MINIMUM, MAXIMUM ->
                throw new IllegalArgumentException("an integer: " + e.span());
        };
    }

    private static <I, B> B equal(Expr.Binary e, Scope<I, B> scope) {
        I left = number(e.left(), scope);
        I right = number(e.right(), scope);
        return e.left().type() == Type.INTEGER
                ? scope.algebra().equal(left, right)
                : scope.algebra().same(left, right);
    }
}
