package thymus.solver.proof;

import static thymus.solver.proof.Vocabulary.add;
import static thymus.solver.proof.Vocabulary.binary;
import static thymus.solver.proof.Vocabulary.ghost;
import static thymus.solver.proof.Vocabulary.height;
import static thymus.solver.proof.Vocabulary.implies;
import static thymus.solver.proof.Vocabulary.lessOrEqual;
import static thymus.solver.proof.Vocabulary.now;
import static thymus.solver.proof.Vocabulary.number;
import static thymus.solver.proof.Vocabulary.subtract;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import thymus.solver.property.PastGhost;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** Lemmas that carry what past operators, ghosts and deadlines have noted. */
final class PastTemplates extends LemmaTemplates {
    private static final int MOST_UNTIL = 60;

    private PastTemplates(Vocabulary vocabulary) {
        super(vocabulary);
    }

    /**
     * What {@code ago} says of a moment when its length has passed holds already before that.
     *
     * @param condition of an invariant
     */
    static List<Candidate> beforeLengthHasPassed(Expr condition, List<PastGhost> memories) {
        Expr all = condition;
        for (PastGhost memory : memories) {
            if (memory.operator() instanceof Expr.Ago ago) {
                Expr moment = ghost(memory.moment().orElseThrow());
                all = implies(lessOrEqual(now(), add(moment, ago.length().orElseThrow())), all);
            }
        }
        return List.of(new Candidate("always", all, false));
    }

    /**
     * Lemmas that carry what a past operator has noted: what it says beside what the contract stores.
     *
     * @param numbers that the property names
     */
    static List<Candidate> ofPast(Vocabulary vocabulary, PastGhost memory, List<Expr> numbers) {
        PastTemplates templates = new PastTemplates(vocabulary);
        switch (memory.operator()) {
            case Expr.Start _ -> {}
            case Expr.Once e -> {
                templates.untilThen(e);
                templates.proposeOfAll("noted", memory, implies(e.operand(), e));
                templates.remaining(memory, e);
            }
            case Expr.Since e -> {
                templates.proposeOfAll("noted", memory, implies(e.start(), e));
                templates.proposeOfAll("noted", memory, new Expr.Unary(UnaryOperator.NOT, e, Vocabulary.NOWHERE));
                templates.proposeOfAll("noted", memory, implies(e, binary(BinaryOperator.OR, e.held(), e.start())));
            }
            case Expr.Deadline e -> templates.deadline(e);
            case Expr.Matched _ -> {}
            case Expr.GhostValue e -> templates.counted(e, numbers);
            case Expr.Elapsed e -> templates.occasion(memory, subtract(now(), e), numbers);
            case Expr.Ago e -> templates.earlier(memory, e);
        }
        return templates.found();
    }

    /** What holds of the state as long as something was never true, such as a step that is not benign. */
    private void untilThen(Expr.Once e) {
        boolean isOfSteps = Walk.all(e.operand()).anyMatch(Expr.Matched.class::isInstance);
        if (isOfSteps) {
            StateTemplates.ofState(vocabulary).stream()
                    .limit(MOST_UNTIL)
                    .forEach(c -> propose("until then", binary(BinaryOperator.OR, e, c.condition())));
        }
    }

    /** Once something was true, a part of it may stay true: a time that has passed, a step that is not taken back. */
    private void remaining(PastGhost memory, Expr.Once e) {
        for (Expr part : conjuncts(e.operand()).toList()) {
            proposeOfAll("noted", memory, implies(e, part));
        }
    }

    private static Stream<Expr> conjuncts(Expr expr) {
        return expr instanceof Expr.Binary b && b.operator() == BinaryOperator.AND
                ? Stream.concat(conjuncts(b.left()), conjuncts(b.right()))
                : Stream.of(expr);
    }

    /** A ghost that counts what the contract counts too, or what it bounds. */
    private void counted(Expr.GhostValue e, List<Expr> numbers) {
        if (e.type() != Type.INTEGER) {
            return;
        }
        propose("ghost", lessOrEqual(number(BigInteger.ZERO), e));
        List<Expr> equals = new ArrayList<>(vocabulary.amounts());
        equals.addAll(vocabulary.sums());
        equals.addAll(vocabulary.moments());
        for (Expr equal : equals) {
            propose("ghost", binary(BinaryOperator.EQUAL, e, equal));
            propose("ghost", lessOrEqual(e, equal));
            propose("ghost", lessOrEqual(equal, e));
        }
        List<Expr> bounds = new ArrayList<>(vocabulary.constants());
        bounds.addAll(numbers);
        bounds.forEach(bound -> propose("ghost", lessOrEqual(e, bound)));
    }

    /** While something is open, the deadline is as far from a stored time as it was when that was set. */
    private void deadline(Expr.Deadline e) {
        Expr none = binary(BinaryOperator.EQUAL, e, number(BigInteger.ZERO));
        Expr open = binary(BinaryOperator.NOT_EQUAL, e, number(BigInteger.ZERO));
        propose("deadline", implies(open, new Expr.Unary(UnaryOperator.NOT, e.until(), Vocabulary.NOWHERE)));
        propose("deadline", implies(open, e.when()));
        propose("deadline", implies(e.when(), e.until()));
        propose("deadline", none);
        boolean inBlocks = e.clock() == Expr.Context.Field.BLOCK;
        Expr clock = inBlocks ? height() : now();
        propose("deadline", implies(open, lessOrEqual(clock, e)));
        propose("deadline", implies(open, lessOrEqual(e, add(clock, number(e.within())))));
        List<Expr> times = new ArrayList<>(inBlocks ? vocabulary.heights() : vocabulary.moments());
        times.addAll(vocabulary.amounts());
        for (Expr time : times) {
            for (Expr bound : List.of(time, add(time, number(e.within())))) {
                propose("deadline", binary(BinaryOperator.OR, none, lessOrEqual(bound, e)));
                propose("deadline", binary(BinaryOperator.OR, none, lessOrEqual(e, bound)));
            }
        }
    }

    /** A stored time, or the end of a stored time, and the time at which something happened. */
    private void occasion(PastGhost memory, Expr time, List<Expr> numbers) {
        Expr never = number(BigInteger.ZERO);
        proposeOfAll("noted", memory, lessOrEqual(time, now()));
        proposeOfAll("noted", memory, lessOrEqual(never, time));
        for (Expr moment : vocabulary.moments()) {
            proposeOfAll("noted", memory, binary(BinaryOperator.EQUAL, moment, time));
            proposeOfAll("noted", memory, lessOrEqual(moment, time));
            proposeOfAll("noted", memory, lessOrEqual(time, moment));
        }
        List<Expr> lengths = new ArrayList<>(vocabulary.constants());
        lengths.addAll(numbers);
        for (Expr amount : vocabulary.amounts()) {
            for (Expr length : lengths) {
                proposeOfAll("noted", memory, lessOrEqual(amount, add(time, length)));
                proposeOfAll(
                        "noted",
                        memory,
                        binary(BinaryOperator.OR, lessOrEqual(time, never), lessOrEqual(add(time, length), amount)));
            }
        }
    }

    /** What something was at a moment is what it is, until the moment is over, and as long as it was not set since. */
    private void earlier(PastGhost memory, Expr.Ago ago) {
        Expr moment = ghost(memory.moment().orElseThrow());
        Expr same = binary(BinaryOperator.EQUAL, ago, ago.operand());
        proposeOfAll("noted", memory, implies(lessOrEqual(now(), moment), same));
        for (Expr set : vocabulary.moments()) {
            proposeOfAll("noted", memory, implies(lessOrEqual(set, moment), same));
        }
        if (ago.type() == Type.INTEGER) {
            proposeOfAll("noted", memory, lessOrEqual(number(BigInteger.ZERO), ago));
            proposeOfAll("noted", memory, lessOrEqual(ago, ago.operand()));
            proposeOfAll("noted", memory, lessOrEqual(ago.operand(), ago));
        }
        if (ago.type() == Type.TRUTH) {
            proposeOfAll("noted", memory, implies(ago, ago.operand()));
            proposeOfAll("noted", memory, implies(ago.operand(), ago));
        }
    }

    /** What a rule says after some transactions may hold always, for all values of the names that its trigger binds. */
    static List<Candidate> always(Expr condition, List<PastGhost> memories) {
        PastTemplates templates = new PastTemplates(Vocabulary.NONE);
        Expr all = condition;
        for (Variable variable : memories.stream()
                .flatMap(memory -> memory.names().stream())
                .filter(PastGhost.Name::isOfTrigger)
                .map(PastGhost.Name::variable)
                .distinct()
                .toList()) {
            all = new Expr.ForAll(variable, List.of(), all, Vocabulary.NOWHERE);
        }
        templates.propose("always", all);
        return templates.found();
    }

    /** For every value of the names that the operator speaks of. */
    private void proposeOfAll(String name, PastGhost memory, Expr condition) {
        Expr all = condition;
        for (PastGhost.Name bound : memory.names()) {
            List<Expr> listed = bound.listed().stream().toList();
            all = new Expr.ForAll(bound.variable(), listed, all, Vocabulary.NOWHERE);
        }
        propose(name, all);
    }
}
