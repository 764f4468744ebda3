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
import thymus.solver.property.ArbitraryWindow;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;

/** Lemmas that carry a window: what moved since an arbitrary start, beside what the contract stores. */
final class WindowTemplates extends LemmaTemplates {
    static final String PERIOD = "period";
    private static final int MOST_BOUNDS = 10;

    private WindowTemplates(Vocabulary vocabulary) {
        super(vocabulary);
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
        WindowTemplates templates = new WindowTemplates(vocabulary);
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
        return templates.found();
    }

    /**
     * Lemmas about an average: in two windows that begin together, the sum is at most so much for each occurrence.
     *
     * @param numbers that the property names
     */
    static List<Candidate> ofAverage(ArbitraryWindow sum, ArbitraryWindow count, List<Expr> numbers) {
        WindowTemplates templates = new WindowTemplates(Vocabulary.NONE);
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
        return templates.found();
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
        WindowTemplates templates = new WindowTemplates(vocabulary);
        Expr net = subtract(ghost(all.carried()), ghost(less.carried()));
        for (Expr moment : vocabulary.moments()) {
            for (Candidate candidate : ofPotential(vocabulary, net, all, moment, bound)) {
                templates.propose(candidate.name(), implies(together(all, less), candidate.condition()));
            }
        }
        return templates.found();
    }

    private static List<Candidate> ofPotential(
            Vocabulary vocabulary, Expr carried, ArbitraryWindow window, Expr moment, LemmaBounds.Bound bound) {
        WindowTemplates templates = new WindowTemplates(vocabulary);
        templates.potential(carried, window, moment, bound);
        return templates.found();
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
            // An epoch before this one has carried no more than code allows.
            for (Vocabulary.Ceiling ceiling : vocabulary.ceilings()) {
                propose(
                        "epoch",
                        implies(
                                lessOrEqual(subtract(moment, length), start),
                                lessOrEqual(carried, add(ceiling.amount(), ceiling.most()))));
            }
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
        vocabulary.ceilings().stream().map(Vocabulary.Ceiling::most).distinct().forEach(bounds::add);
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
}
