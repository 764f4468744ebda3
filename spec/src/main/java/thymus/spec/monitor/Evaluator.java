package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.Window;

/** The meaning of expressions, once for both readings: everything that differs is behind {@link Scope}. */
public final class Evaluator {
    private Evaluator() {}

    /** @param expr of type truth value */
    public static <I, B> B truth(Expr expr, Scope<I, B> scope) {
        Algebra<I, B> algebra = scope.algebra();
        return switch (expr) {
            case Expr.TruthLiteral e -> algebra.truth(e.value());
            case Expr.Unary e -> algebra.not(truth(e.operand(), scope));
            case Expr.Binary e -> binaryTruth(e, scope);
            case Expr.Conditional e -> {
                B condition = truth(e.condition(), scope);
                yield algebra.or(
                        algebra.and(condition, () -> truth(e.then(), scope)),
                        () -> algebra.and(algebra.not(condition), () -> truth(e.otherwise(), scope)));
            }
            case Expr.Previous e -> truth(e.operand(), scope.previous());
            case Expr.Can e -> scope.can(e, integer(e.sender(), scope), words(e.arguments(), scope));
            case Expr.ForAll e -> scope.forAll(e, value -> truth(e.body(), scope.bind(e.variable(), value)));
            default -> algebra.not(algebra.equal(integer(expr, scope), algebra.integer(BigInteger.ZERO)));
        };
    }

    /** @param expr of any scalar type; a truth value becomes 1 or 0, as a contract would hold it */
    public static <I, B> I integer(Expr expr, Scope<I, B> scope) {
        Algebra<I, B> algebra = scope.algebra();
        return switch (expr) {
            case Expr.IntegerLiteral e -> algebra.integer(e.value());
            case Expr.Local e -> scope.local(e.variable());
            case Expr.Account e -> scope.account(e.name());
            case Expr.Context e -> scope.context(e.field());
            case Expr.ViewCall e -> scope.call(e, words(e.arguments(), scope));
            case Expr.StorageRead e -> scope.storage(e, words(e.path().keys(), scope));
            case Expr.MappingSum e -> scope.sum(e, words(e.path().keys(), scope));
            case Expr.EtherBalance e -> scope.etherBalance(integer(e.account(), scope));
            case Expr.Ghost e -> scope.ghost(e.variable());
            case Expr.Windowed e ->
                scope.windowed(
                        e,
                        e.window() instanceof Window.Last last
                                ? Optional.of(integer(last.seconds(), scope))
                                : Optional.empty(),
                        e.key().map(key -> integer(key, scope)));
            case Expr.Previous e when e.type() != Type.TRUTH -> integer(e.operand(), scope.previous());
            case Expr.Conditional e when e.type() != Type.TRUTH ->
                algebra.choose(
                        truth(e.condition(), scope),
                        () -> integer(e.then(), scope),
                        () -> integer(e.otherwise(), scope));
            case Expr.Unary e when e.type() != Type.TRUTH -> unaryInteger(e, scope);
            case Expr.Binary e when e.type() != Type.TRUTH -> binaryInteger(e, scope);
            case Expr.Sequence e -> throw new IllegalArgumentException("a sequence is not one integer: " + e.span());
            case Expr.TextLiteral e -> throw new IllegalArgumentException("text is not an integer: " + e.span());
            default ->
                algebra.choose(
                        truth(expr, scope),
                        () -> algebra.integer(BigInteger.ONE),
                        () -> algebra.integer(BigInteger.ZERO));
        };
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
            default -> throw new IllegalArgumentException("a truth value: " + e.span());
        };
    }

    private static <I, B> B binaryTruth(Expr.Binary e, Scope<I, B> scope) {
        Algebra<I, B> algebra = scope.algebra();
        BinaryOperator operator = e.operator();
        return switch (operator) {
            case AND -> algebra.and(truth(e.left(), scope), () -> truth(e.right(), scope));
            case OR -> algebra.or(truth(e.left(), scope), () -> truth(e.right(), scope));
            case IMPLIES -> algebra.or(algebra.not(truth(e.left(), scope)), () -> truth(e.right(), scope));
            case LESS -> algebra.less(integer(e.left(), scope), integer(e.right(), scope));
            case LESS_OR_EQUAL -> algebra.lessOrEqual(integer(e.left(), scope), integer(e.right(), scope));
            case EQUAL -> algebra.equal(integer(e.left(), scope), integer(e.right(), scope));
            case NOT_EQUAL -> algebra.not(algebra.equal(integer(e.left(), scope), integer(e.right(), scope)));
            default -> throw new IllegalArgumentException("an integer: " + e.span());
        };
    }
}
