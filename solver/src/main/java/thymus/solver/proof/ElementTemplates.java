package thymus.solver.proof;

import static thymus.solver.proof.Vocabulary.binary;
import static thymus.solver.proof.Vocabulary.implies;
import static thymus.solver.proof.Vocabulary.lessOrEqual;
import static thymus.solver.proof.Vocabulary.now;
import static thymus.solver.proof.Vocabulary.number;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import thymus.solver.proof.ElementFields.Field;
import thymus.solver.proof.ElementFields.Group;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;

/**
 * Lemmas about fields that belong together, for each element of a mapping and for a contract's own variables: what is
 * not open owes nothing, what was released is at most what was locked, no number at or above the next one is taken.
 * They are many, so that they are tried only where a proof does not go through without them.
 */
final class ElementTemplates {
    private static final int MOST = 240;
    private static final int MOST_IN_GROUP = 120;
    /** The values of an enum that are tried beside its first. */
    private static final int MOST_VALUES = 2;

    private final List<Candidate> found = new ArrayList<>();
    private final Group group;

    private ElementTemplates(Group group) {
        this.group = group;
    }

    static List<Candidate> of(ElementFields fields) {
        return fields.groups().stream()
                .flatMap(group -> new ElementTemplates(group).candidates())
                .limit(MOST)
                .toList();
    }

    private Stream<Candidate> candidates() {
        numbers();
        unused();
        zeros();
        values();
        return found.stream().limit(MOST_IN_GROUP);
    }

    /** The clock is ahead of a moment, one amount is a part of another, or of the whole. */
    private void numbers() {
        for (Field field : group.fields()) {
            if (field.isNumber()) {
                propose(lessOrEqual(field.read(), now()));
                group.others(field)
                        .filter(Field::isNumber)
                        .forEach(other -> propose(lessOrEqual(field.read(), other.read())));
                group.wholes().forEach(whole -> propose(lessOrEqual(field.read(), whole)));
            }
        }
    }

    /** Numbers from the next one on are not taken. */
    private void unused() {
        group.number().ifPresent(key -> {
            for (Expr next : group.wholes()) {
                for (Field field : group.fields()) {
                    propose(implies(lessOrEqual(next, key), isZero(field)));
                    propose(implies(binary(BinaryOperator.LESS, next, key), isZero(field)));
                }
            }
        });
    }

    private void zeros() {
        for (Field field : group.fields()) {
            group.others(field).forEach(other -> propose(implies(isZero(field), isZero(other))));
        }
    }

    private void values() {
        for (Field field : group.fields()) {
            for (int value = 1; field.isSmall() && value <= MOST_VALUES; value++) {
                Expr is = binary(BinaryOperator.EQUAL, field.read(), number(BigInteger.valueOf(value)));
                group.others(field).forEach(other -> {
                    propose(implies(is, isZero(other)));
                    propose(implies(is, new Expr.Unary(UnaryOperator.NOT, isZero(other), Vocabulary.NOWHERE)));
                });
            }
        }
    }

    private static Expr isZero(Field field) {
        Type type = field.read().type();
        return type == Type.TRUTH
                ? new Expr.Unary(UnaryOperator.NOT, field.read(), Vocabulary.NOWHERE)
                : binary(
                        BinaryOperator.EQUAL,
                        field.read(),
                        new Expr.IntegerLiteral(BigInteger.ZERO, type, Vocabulary.NOWHERE));
    }

    private void propose(Expr condition) {
        Expr all = group.variable()
                .<Expr>map(key -> new Expr.ForAll(key, List.of(), condition, Vocabulary.NOWHERE))
                .orElse(condition);
        found.add(new Candidate("element", all, false));
    }
}
