package thymus.spec.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import thymus.spec.Examples;
import thymus.spec.TestContracts;
import thymus.spec.check.SpecificationReader;

/** The monitor against the definition: every window length, every sum taken from the whole history. */
class LimitMonitorTest {
    /** One transaction: seconds since the one before, and what the two flows carry. */
    record Tx(int pause, List<List<Long>> out, List<List<Long>> used) {}

    private static final List<String> LIMITS = List.of(
            "forall duration W: sum(out, last W) <= 10 + W",
            "forall duration W: sum(out, last W) - sum(used, last W) <= 8 + 2 * W",
            "forall duration W: 3 * count(used, last W) <= 7 + W / 2",
            "forall duration W, V: sum(out, last W) + sum(used, last V) <= 12 + W + V",
            "forall duration W: sum(out, last W) + W <= 40",
            "sum(out, last 3) <= 9",
            "max(out, last 4) - min(used, last 4) <= 6",
            "sum(out by alice, last 5) <= 7",
            "sum(out, last 5) <= 9 + prev(sum(out, last 5))",
            "prev(prev(sum(out by alice, ever))) <= 4 && count(used, last 2) < 3",
            "forall duration W: prev(sum(out, last W)) <= 6 + W && sum(out, last 1) <= 6",
            "forall duration W: sum(out, last W) <= vault.capacity + prev(vault.capacity) + W",
            "sum(out, ever) <= 25");

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void judgesAsTheDefinitionDoes(@ForAll("limits") String limit, @ForAll("traces") List<Tx> trace) {
        thymus.spec.tree.Property.Limit property = property(limit);
        Monitor monitor = Monitors.of(property);
        monitor.start(state(0, Optional.empty()));
        List<TestTransition> past = new ArrayList<>();
        for (TestTransition transition : run(trace)) {
            past.add(transition);
            Judgement judgement = monitor.settle(transition);
            assertEquals(Definition.judge(property, past), judgement.getClass().getSimpleName(), judgement::toString);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void judgesALemmaInEveryState(@ForAll("limits") String limit, @ForAll("traces") List<Tx> trace) {
        thymus.spec.tree.Property.Invariant lemma =
                (thymus.spec.tree.Property.Invariant) read("lemma l: " + limit + ";");
        Assume.that(!lemma.durations().isEmpty());
        Monitor monitor = Monitors.of(lemma);
        monitor.start(state(0, Optional.empty()));
        List<TestTransition> past = new ArrayList<>();
        for (TestTransition transition : run(trace)) {
            past.add(transition);
            Judgement judgement = monitor.settle(transition);
            assertEquals(Definition.judge(lemma, past), judgement.getClass().getSimpleName(), judgement::toString);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void rollingBackForgets(
            @ForAll("limits") String limit, @ForAll("traces") List<Tx> trace, @ForAll("traces") List<Tx> detour) {
        Monitor straight = Monitors.of(property(limit));
        Monitor bent = Monitors.of(property(limit));
        straight.start(state(0, Optional.empty()));
        bent.start(state(0, Optional.empty()));
        List<TestTransition> transitions = run(trace);
        for (int i = 0; i < transitions.size(); i++) {
            if (i == transitions.size() / 2) {
                int mark = bent.snapshot();
                run(detour).forEach(bent::settle);
                bent.rollback(mark);
            }
            assertEquals(straight.settle(transitions.get(i)), bent.settle(transitions.get(i)));
        }
    }

    @Test
    void explainsWithTheValuesOfBothSides() {
        Monitor monitor = Monitors.of(property("forall duration W: sum(out, last W) <= 10 + W"));
        monitor.start(state(0, Optional.empty()));
        List<TestTransition> run = run(List.of(
                new Tx(5, List.of(List.of(1L, 6L)), List.of()), new Tx(2, List.of(List.of(1L, 9L)), List.of())));
        assertEquals(new Judgement.Held(3, Optional.of(BigInteger.valueOf(6))), monitor.settle(run.get(0)));
        assertEquals(
                new Judgement.Violated("sum(out, last W) <= 10 + W is false: 15 <= 13, where W = 3"),
                monitor.settle(run.get(1)));
    }

    @Test
    void anAmountThatDoesNotExistMakesEveryLaterJudgementFail() {
        String text =
                Examples.SYSTEM + "flow f = vault.Withdrawn(u, a) => a / vault.capacity;\nlimit l: sum(f, ever) <= 5;";
        Monitor monitor = Monitors.of(SpecificationReader.read(text, "x.inv", new TestContracts())
                .properties()
                .getFirst());
        TestScope none = TestScope.at(1, Map.of("vault.capacity", BigInteger.ZERO));
        TestScope some =
                TestScope.at(2, Map.of("vault.capacity", BigInteger.TWO)).after(none);
        monitor.start(none);
        Map<String, List<List<Long>>> occurrence = Map.of("vault", List.of(List.of(1L, 4L)));
        assertEquals(new Judgement.Failed("division by zero"), monitor.settle(new TestTransition(none, occurrence)));
        assertEquals(new Judgement.Failed("division by zero"), monitor.settle(new TestTransition(some, occurrence)));
        monitor.rollback(0);
        assertInstanceOf(Judgement.Held.class, monitor.settle(new TestTransition(some, occurrence)));
    }

    @Test
    void lengthsAreTheEndsOfEachPiece() {
        Set<BigInteger> ages = Set.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.valueOf(5));
        assertEquals(
                "[0, 1, 2, 5, 6, 18446744073709551616]",
                LimitMonitor.lengths(ages).toString());
    }

    private static thymus.spec.tree.Property.Limit property(String limit) {
        return (thymus.spec.tree.Property.Limit) read("limit l: " + limit + ";");
    }

    private static thymus.spec.tree.Property read(String property) {
        return SpecificationReader.read(Examples.SYSTEM + property, "x.inv", new TestContracts())
                .properties()
                .getFirst();
    }

    private static TestScope state(long time, Optional<TestScope> before) {
        TestScope scope = TestScope.at(time, Map.of("vault.capacity", BigInteger.valueOf(time % 7)));
        return before.map(scope::after).orElse(scope);
    }

    private static List<TestTransition> run(List<Tx> trace) {
        List<TestTransition> transitions = new ArrayList<>();
        TestScope state = state(0, Optional.empty());
        for (Tx tx : trace) {
            state = state(state.time().longValueExact() + tx.pause, Optional.of(state));
            transitions.add(new TestTransition(state, Map.of("vault", tx.out, "limiter", tx.used)));
        }
        return transitions;
    }

    @Provide
    Arbitrary<String> limits() {
        return Arbitraries.of(LIMITS);
    }

    @Provide
    Arbitrary<List<Tx>> traces() {
        long alice = Math.abs((long) "alice".hashCode());
        Arbitrary<List<Long>> out = Combinators.combine(
                        Arbitraries.of(alice, 7L), Arbitraries.longs().between(-1, 6))
                .as(List::of);
        Arbitrary<List<Long>> used = Arbitraries.longs().between(0, 5).map(List::of);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        out.list().ofMaxSize(2),
                        used.list().ofMaxSize(2))
                .as(Tx::new)
                .list()
                .ofMaxSize(8);
    }
}
