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
import thymus.solver.property.ArbitraryWindow;
import thymus.solver.property.PastGhost;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/**
 * Lemmas to try. None is believed: the inductive ones among them are kept, by a solver's word. Each template is written
 * once here, for all contracts.
 */
final class LemmaTemplates {
    static final String PERIOD = "period";

    private static final int MOST_BOUNDS = 10;

    private static final int MOST_UNTIL = 60;

    private final Vocabulary vocabulary;
    private final List<Candidate> found = new ArrayList<>();

    private LemmaTemplates(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    private void propose(String name, Expr condition) {
        found.add(new Candidate(name, condition, false));
    }

    /** Ranges, order, and sums: lemmas of the contract's own state. */
    static List<Candidate> ofState(Vocabulary vocabulary) {
        LemmaTemplates templates = new LemmaTemplates(vocabulary);
        templates.moments();
        templates.ranges();
        templates.sums();
        return List.copyOf(templates.found);
    }

    private void moments() {
        for (Vocabulary.Period period : vocabulary.periods()) {
            propose("past", lessOrEqual(period.begin(), now()));
        }
        for (Expr height : vocabulary.heights()) {
            propose("past", lessOrEqual(height, height()));
        }
        for (Expr moment : vocabulary.moments()) {
            propose("past", lessOrEqual(moment, now()));
            for (Expr other : vocabulary.moments()) {
                if (other != moment) {
                    propose("order", lessOrEqual(moment, other));
                }
            }
        }
    }

    private void ranges() {
        List<Expr> amounts = vocabulary.amounts();
        for (int i = 0; i < amounts.size(); i++) {
            for (Expr constant : vocabulary.constants()) {
                propose("range", lessOrEqual(amounts.get(i), constant));
                for (int k = i + 1; k < amounts.size(); k++) {
                    propose("range", lessOrEqual(add(amounts.get(i), amounts.get(k)), constant));
                }
            }
            for (Expr other : amounts) {
                if (other != amounts.get(i)) {
                    propose("order", lessOrEqual(amounts.get(i), other));
                }
            }
        }
    }

    private void sums() {
        for (Expr sum : vocabulary.sums()) {
            for (Expr amount : vocabulary.amounts()) {
                propose("sum", binary(BinaryOperator.EQUAL, amount, sum));
                propose("sum", lessOrEqual(sum, amount));
            }
        }
    }

    /**
     * Lemmas that carry a window.
     *
     * @param bounds what the limit allows within so many seconds, where its form shows that
     * @param lengths of windows and epochs that the contract or the file speaks of
     * @param numbers that the limit names
     * @param named numbers that the file names
     */
    static List<Candidate> ofWindow(
            Vocabulary vocabulary,
            ArbitraryWindow window,
            List<LemmaBounds.Bound> bounds,
            List<Expr> lengths,
            List<Expr> numbers,
            List<Expr> named) {
        LemmaTemplates templates = new LemmaTemplates(vocabulary);
        templates.propose("carried", lessOrEqual(number(BigInteger.ZERO), ghost(window.carried())));
        templates.quotas(window);
        bounds.stream().filter(b -> b.net().isEmpty()).forEach(b -> templates.soFar(window, b));
        for (Expr moment : window.isInBlocks() ? vocabulary.heights() : vocabulary.moments()) {
            templates.propose(
                    "nothing since",
                    implies(
                            lessOrEqual(moment, ghost(window.start())),
                            lessOrEqual(ghost(window.carried()), number(BigInteger.ZERO))));
            bounds.stream()
                    .filter(b -> b.net().isEmpty())
                    .forEach(b -> templates.potential(ghost(window.carried()), window, moment, b));
            templates.epochs(window, moment, lengths);
            templates.ends(window, moment, numbers);
        }
        vocabulary.periods().forEach(period -> templates.period(window, period, named));
        templates.propose(
                "nothing since",
                implies(
                        lessOrEqual(window.isInBlocks() ? height() : now(), ghost(window.start())),
                        lessOrEqual(ghost(window.carried()), number(BigInteger.ZERO))));
        return List.copyOf(templates.found);
    }

    /**
     * Lemmas about an average: in two windows that begin together, the sum is at most so much for each occurrence.
     *
     * @param numbers that the property names
     */
    static List<Candidate> ofAverage(ArbitraryWindow sum, ArbitraryWindow count, List<Expr> numbers) {
        LemmaTemplates templates = new LemmaTemplates(Vocabulary.NONE);
        List<Expr> factors = new ArrayList<>(List.of(number(BigInteger.ONE)));
        factors.addAll(numbers);
        Expr together = together(sum, count);
        for (Expr factor : factors) {
            for (Expr most : numbers) {
                templates.propose(
                        "average",
                        implies(
                                together,
                                lessOrEqual(
                                        binary(BinaryOperator.MULTIPLY, ghost(sum.carried()), factor),
                                        binary(BinaryOperator.MULTIPLY, ghost(count.carried()), most))));
            }
        }
        return List.copyOf(templates.found);
    }

    /** Whether two windows have begun together, and are of the same key. */
    private static Expr together(ArbitraryWindow sum, ArbitraryWindow count) {
        // A window without a beginning has no start that counts.
        Expr together =
                sum.window().length().isEmpty() || count.window().length().isEmpty()
                        ? new Expr.TruthLiteral(true, Vocabulary.NOWHERE)
                        : binary(BinaryOperator.EQUAL, ghost(sum.start()), ghost(count.start()));
        if (sum.key().isPresent() && count.key().isPresent()) {
            Expr alike = binary(
                    BinaryOperator.EQUAL,
                    ghost(sum.key().get()),
                    ghost(count.key().get()));
            together = binary(BinaryOperator.AND, together, alike);
        }
        return together;
    }

    /**
     * Lemmas about the difference of two windows that begin together.
     *
     * @param bound of the difference
     */
    static List<Candidate> ofNet(
            Vocabulary vocabulary, ArbitraryWindow all, ArbitraryWindow less, LemmaBounds.Bound bound) {
        LemmaTemplates templates = new LemmaTemplates(vocabulary);
        Expr net = subtract(ghost(all.carried()), ghost(less.carried()));
        for (Expr moment : vocabulary.moments()) {
            for (Candidate candidate : ofPotential(vocabulary, net, all, moment, bound)) {
                templates.propose(candidate.name(), implies(together(all, less), candidate.condition()));
            }
        }
        return List.copyOf(templates.found);
    }

    private static List<Candidate> ofPotential(
            Vocabulary vocabulary, Expr carried, ArbitraryWindow window, Expr moment, LemmaBounds.Bound bound) {
        LemmaTemplates templates = new LemmaTemplates(vocabulary);
        templates.potential(carried, window, moment, bound);
        return templates.found;
    }

    /** What left since is no more than a counter that never falls, or than what a counter of the rest leaves. */
    private void quotas(ArbitraryWindow window) {
        for (Expr amount : vocabulary.amounts()) {
            propose("quota", lessOrEqual(ghost(window.carried()), amount));
            for (Expr constant : vocabulary.constants()) {
                propose("quota", lessOrEqual(add(ghost(window.carried()), amount), constant));
            }
        }
    }

    /**
     * What the limit says of the window so far, though nothing is judged now: another key than that of an occurrence is
     * judged with it.
     */
    private void soFar(ArbitraryWindow window, LemmaBounds.Bound bound) {
        Expr passed = subtract(window.isInBlocks() ? height() : now(), ghost(window.start()));
        Expr kept = lessOrEqual(
                scaled(ghost(window.carried()), bound), bound.allowed().apply(passed));
        Expr open = window.window()
                .length()
                .filter(length -> length instanceof Expr.IntegerLiteral)
                .map(length -> implies(lessOrEqual(passed, length), kept))
                .orElse(kept);
        propose(
                "so far",
                bound.premise().map(p -> implies(p.apply(passed), open)).orElse(open));
    }

    /**
     * The bucket: what left since, and what is still there, is no more than the bound allows up to the last refill. Or,
     * where it counts what is used: what left since is no more than that and the refill.
     */
    private void potential(Expr carried, ArbitraryWindow window, Expr moment, LemmaBounds.Bound bound) {
        Expr begun = lessOrEqual(ghost(window.start()), moment);
        Expr allowed = bound.allowed().apply(subtract(moment, ghost(window.start())));
        Expr atOnce = bound.allowed().apply(number(BigInteger.ZERO));
        for (Expr amount : vocabulary.amounts()) {
            potential(window, bound, implies(begun, lessOrEqual(scaled(add(carried, amount), bound), allowed)));
            potential(
                    window,
                    bound,
                    implies(
                            begun,
                            lessOrEqual(add(scaled(carried, bound), atOnce), add(scaled(amount, bound), allowed))));
        }
    }

    /** Where the limit is said of some windows only, the lemma may hold for those that are among them so far. */
    private void potential(ArbitraryWindow window, LemmaBounds.Bound bound, Expr lemma) {
        propose("potential", lemma);
        bound.premise()
                .ifPresent(premise ->
                        propose("potential", implies(premise.apply(subtract(now(), ghost(window.start()))), lemma)));
    }

    private static Expr scaled(Expr expr, LemmaBounds.Bound bound) {
        return bound.factor() instanceof Expr.IntegerLiteral literal
                        && literal.value().equals(BigInteger.ONE)
                ? expr
                : binary(BinaryOperator.MULTIPLY, expr, bound.factor());
    }

    /** Counters of whole epochs: since a moment near the epoch's start, no more left than the counters say. */
    private void epochs(ArbitraryWindow window, Expr moment, List<Expr> lengths) {
        Expr carried = ghost(window.carried());
        Expr start = ghost(window.start());
        List<Expr> covers = new ArrayList<>();
        List<Expr> amounts = vocabulary.amounts();
        for (int i = 0; i < amounts.size(); i++) {
            covers.add(amounts.get(i));
            for (int k = i + 1; k < amounts.size(); k++) {
                covers.add(add(amounts.get(i), amounts.get(k)));
            }
        }
        for (Expr cover : covers) {
            propose("epoch", implies(lessOrEqual(moment, start), lessOrEqual(carried, cover)));
            for (Expr length : lengths) {
                propose("epoch", implies(lessOrEqual(subtract(moment, length), start), lessOrEqual(carried, cover)));
            }
        }
        for (Expr length : lengths) {
            propose(
                    "epoch",
                    implies(lessOrEqual(add(moment, length), start), lessOrEqual(carried, number(BigInteger.ZERO))));
        }
    }

    /**
     * A period with a number: what is counted in it covers what left since it began. In each period before it no more
     * than some number can have left.
     */
    private void period(ArbitraryWindow window, Vocabulary.Period period, List<Expr> numbers) {
        Expr carried = ghost(window.carried());
        // What happens at the start itself is not in the window.
        Expr first = add(ghost(window.start()), number(BigInteger.ONE));
        Expr begin = period.begin();
        propose(
                PERIOD,
                implies(
                        lessOrEqual(add(begin, period.length()), first),
                        lessOrEqual(carried, number(BigInteger.ZERO))));
        List<Expr> bounds = new ArrayList<>(vocabulary.constants());
        bounds.addAll(numbers);
        Expr before = binary(
                BinaryOperator.DIVIDE,
                subtract(add(subtract(begin, first), period.length()), number(BigInteger.ONE)),
                period.length());
        for (Expr counted : period.amounts()) {
            propose(PERIOD, implies(lessOrEqual(begin, first), lessOrEqual(carried, counted)));
            for (Expr bound : bounds.subList(0, Math.min(MOST_BOUNDS, bounds.size()))) {
                propose(
                        PERIOD,
                        implies(
                                lessOrEqual(first, begin),
                                lessOrEqual(carried, add(counted, binary(BinaryOperator.MULTIPLY, bound, before)))));
            }
        }
    }

    /** Nothing has left in a period of whole seconds where the window begins with the last second of it. */
    private void ends(ArbitraryWindow window, Expr moment, List<Expr> numbers) {
        for (Expr length : numbers) {
            propose(
                    "nothing since",
                    implies(
                            lessOrEqual(add(moment, length), add(ghost(window.start()), number(BigInteger.ONE))),
                            lessOrEqual(ghost(window.carried()), number(BigInteger.ZERO))));
        }
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
        LemmaTemplates templates = new LemmaTemplates(vocabulary);
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
        return List.copyOf(templates.found);
    }

    /** What holds of the state as long as something was never true, such as a step that is not benign. */
    private void untilThen(Expr.Once e) {
        boolean isOfSteps = Walk.all(e.operand()).anyMatch(Expr.Matched.class::isInstance);
        if (isOfSteps) {
            ofState(vocabulary).stream()
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
        LemmaTemplates templates = new LemmaTemplates(Vocabulary.NONE);
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
        return List.copyOf(templates.found);
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
