package thymus.solver.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import thymus.solver.state.EmptySource;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.Specification;
import thymus.spec.monitor.Monitor;
import thymus.spec.monitor.Monitors;
import thymus.spec.monitor.Scope;
import thymus.spec.monitor.Transition;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Mark;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/**
 * The two readings of a window on the same trace: the monitor's deque, and the proof's window that is frozen at one
 * moment and carries a sum. After each transaction the limit is broken for some moment exactly if the monitor says so.
 */
@Tag("integration")
class ArbitraryWindowAgreesWithMonitorTest {
    /** One event: whether it withdraws or deposits, whose it is, and how much. */
    record Event(boolean withdraws, String user, long amount) {}

    /** One transaction: seconds since the one before, and its events. */
    record Tx(long pause, List<Event> events) {}

    /** The two accounts of the events, and one that carries nothing, as all others do. */
    private static final List<BigInteger> USERS = Stream.of("alice", "bob", "guardian")
            .map(ConstantTraces.ACCOUNTS::get)
            .toList();

    private static final String FLOWS = """
            flow out = vault.Withdrawn(user, amount) => amount by user;
            flow paid = vault.Deposited(user, amount) => amount;
            flow net = vault.Withdrawn(user, amount) => user == bob ? 0 - amount : amount;
            flow large = vault.Withdrawn(user, amount) where amount > 2 => amount;
            """;
    private static final List<String> LIMITS = List.of(
            "forall duration W: sum(out, last W) <= 6 + W",
            "forall duration W: sum(net, last W) <= 4 + W",
            "forall duration W: sum(out, last W) - sum(paid, last W) <= 3 + 2 * W",
            "forall duration W: 3 * count(paid, last W) <= 5 + W / 2",
            "forall duration W, V: sum(out, last W) + sum(paid, last V) <= 8 + W + V",
            "forall duration W: sum(out by alice, last W) <= 4 + W",
            "forall duration W: sum(large, last W) + W <= 12",
            "sum(out, last 3) <= 6",
            "sum(net, last 4) <= 4",
            "sum(out by alice, last 5) <= 5",
            "sum(out by alice, last 4) <= 2 + sum(out by bob, last 2)",
            "count(paid, last 2) < 3 && sum(out, last 1) <= 5",
            "sum(out, last 3) <= 3 + sum(paid, last 6)",
            "sum(large, last 0) <= 0",
            "sum(net, ever) <= 7",
            "sum(out, last 2 blocks) <= 6",
            "sum(net, last 1 block) <= 4 && count(out, last 3) <= 4",
            "sum(out by alice, last 4 blocks) <= 2 + sum(out by bob, last 2)",
            "forall address u: sum(out by u, last 3 blocks) <= 5",
            "sum(large, last 0 blocks) <= 0",
            "avg(out, last 3 blocks) <= 2",
            "avg(out, last 3) <= 2",
            "forall duration W: avg(out, last W) <= 3 + W / 2",
            "avg(out, last 3) * 2 <= 3.5 + avg(out, last 3)",
            "variance(out, last 4) <= 2",
            "sum(squared out, last 4) <= 20 + squared sum(out, last 4)",
            "count(out by bob, ever) <= 2",
            "forall address u: sum(out by u, last 3) <= 5",
            "forall duration W: forall address u: sum(out by u, last W) <= 4 + W",
            "forall address u: u != bob ==> sum(out by u, ever) <= 6",
            "forall address u: sum(out by u, ever) + sum(out by alice, last 2) <= 9",
            "forall address u, v: sum(out by u, last 4) <= 4 + sum(out by v, ever)");

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theTwoReadingsNeverDisagree(@ForAll("limits") String limit, @ForAll("traces") List<Tx> trace) {
        agree(new Reading("limit", limit), limit, trace);
    }

    /** A lemma is judged in every state, those too in which nothing of its flows has happened. */
    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void theTwoReadingsOfALemmaNeverDisagree(@ForAll("limits") String lemma, @ForAll("traces") List<Tx> trace) {
        agree(new Reading("lemma", lemma), lemma, trace);
    }

    private static void agree(Reading reading, String limit, List<Tx> trace) {
        List<String> monitored = reading.monitored(trace);
        List<String> frozen = reading.frozen(trace);
        assertEquals(monitored, frozen, () -> limit + " on " + trace);
    }

    /**
     * Ends of windows: a transaction exactly as old as the window is long is outside, one of the same second inside.
     */
    @Example
    void tiesAndEndsOfWindows() {
        List<Tx> trace = List.of(withdrawal(1, 4), withdrawal(0, 4), withdrawal(3, 6), withdrawal(2, 1));
        Reading reading = new Reading("limit", "sum(out, last 3) <= 6");
        assertEquals(List.of("holds", "broken", "holds", "broken"), reading.monitored(trace));
        assertEquals(List.of("holds", "broken", "holds", "broken"), reading.frozen(trace));
    }

    /** In one transaction there is no state between two events: what comes and goes inside it breaks no limit. */
    @Example
    void aTransactionIsJudgedWhole() {
        List<Tx> trace = List.of(new Tx(1, List.of(new Event(true, "alice", 5), new Event(true, "bob", 4))));
        Reading reading = new Reading("limit", "sum(net, last 4) <= 4");
        assertEquals(List.of("holds"), reading.monitored(trace));
        assertEquals(List.of("holds"), reading.frozen(trace));
    }

    private static Tx withdrawal(long pause, long amount) {
        return new Tx(pause, List.of(new Event(true, "alice", amount)));
    }

    private static final class Reading {
        private final Specification specification;
        private final thymus.spec.tree.Property property;

        Reading(String kind, String limit) {
            specification = ConstantTraces.specification(FLOWS + kind + " l: " + limit + ";");
            property = specification.properties().getFirst();
        }

        List<String> monitored(List<Tx> trace) {
            Monitor monitor = Monitors.of(property);
            long now = 0;
            monitor.start(moment(now));
            List<String> judgements = new ArrayList<>();
            for (Tx tx : trace) {
                now += tx.pause;
                judgements.add(ConstantTraces.word(monitor.settle(new Settled(moment(now), tx.events))));
            }
            return judgements;
        }

        /** For every moment at which the windows may begin, and every key that they may look at. */
        List<String> frozen(List<Tx> trace) {
            SystemModel model = ConstantTraces.model(specification, m -> {
                throw new IllegalStateException();
            });
            ObligationGenerator reader = ObligationGenerator.of(model, property);
            List<String> judgements = new ArrayList<>();
            trace.forEach(tx -> judgements.add("silent"));
            for (Map<Variable, BigInteger> names : names()) {
                for (Map<GhostVariable, BigInteger> choice : choices(reader.windows(), trace)) {
                    ConstantTraces.add(judgements, judge(model, reader, choice, names, trace));
                }
            }
            return judgements;
        }

        /** The values of the names that stand for every value. */
        private List<Map<Variable, BigInteger>> names() {
            List<Map<Variable, BigInteger>> choices = List.of(Map.of());
            for (Variable name : Windows.any(property.condition())) {
                choices = ConstantTraces.extended(choices, name, USERS);
            }
            return choices;
        }

        private static List<Map<GhostVariable, BigInteger>> choices(List<ArbitraryWindow> windows, List<Tx> trace) {
            long end = trace.stream().mapToLong(Tx::pause).sum();
            List<BigInteger> starts = new ArrayList<>(LongStream.rangeClosed(-7, end + 1)
                    .mapToObj(BigInteger::valueOf)
                    .toList());
            starts.add(BigInteger.TWO.pow(80).negate());
            List<Map<GhostVariable, BigInteger>> choices = List.of(Map.of());
            for (ArbitraryWindow window : windows) {
                choices = ConstantTraces.extended(choices, window.start(), starts);
                if (window.key().isPresent()) {
                    choices = ConstantTraces.extended(choices, window.key().get(), USERS);
                }
            }
            return choices;
        }

        private List<String> judge(
                SystemModel model,
                ObligationGenerator reader,
                Map<GhostVariable, BigInteger> choice,
                Map<Variable, BigInteger> names,
                List<Tx> trace) {
            Terms terms = model.terms();
            PathFacts facts = PathFacts.none(terms);
            for (Map.Entry<Variable, BigInteger> name : names.entrySet()) {
                facts = facts.assume(terms.equal(reader.unknown(name.getKey()), terms.constant(name.getValue())));
            }
            Simplifier simplifier = new Simplifier(terms, facts);
            long now = 0;
            SymbolicState state = new SymbolicState(
                    model.world(new EmptySource(terms)), context(terms, now), ConstantTraces.ghosts(terms, choice));
            List<String> judgements = new ArrayList<>();
            for (Tx tx : trace) {
                now += tx.pause;
                SymbolicTransaction transaction = ConstantTraces.transaction(
                        terms,
                        state,
                        new SymbolicState(state.world(), context(terms, now), state.ghosts()),
                        tx.events.stream().map(event -> log(terms, event)).toList());
                judgements.add(ConstantTraces.word(reader, property, transaction, simplifier));
                state = reader.after(transaction);
            }
            return judgements;
        }

        private static SymbolicContext context(Terms terms, long now) {
            return new SymbolicContext(
                    terms.constant(now),
                    terms.constant(Moment.block(BigInteger.valueOf(now))),
                    terms.zero,
                    terms.zero,
                    terms.zero);
        }

        private SymbolicLog log(Terms terms, Event event) {
            String name = event.withdraws ? "Withdrawn" : "Deposited";
            return ConstantTraces.log(terms, specification, name, event.user, event.amount);
        }
    }

    private static Moment moment(long now) {
        return new Moment(
                BigInteger.valueOf(now), BigInteger.ZERO, Optional.empty(), ConstantTraces.ACCOUNTS, Map.of());
    }

    private record Settled(Moment after, List<Event> events) implements Transition<BigInteger, Boolean> {
        @Override
        public Optional<String> effect(List<Mark> marks, Scope<BigInteger, Boolean> offender) {
            throw new UnsupportedOperationException("these traces have no effects");
        }

        @Override
        public Optional<String> differsWithoutLast(List<Mark> marks, Scope<BigInteger, Boolean> offender) {
            throw new UnsupportedOperationException("no step of these traces is made again");
        }

        @Override
        public List<Scope<BigInteger, Boolean>> matches(Trigger trigger) {
            boolean withdraws = ((Trigger.Emitted) trigger).event().name().equals("Withdrawn");
            List<Scope<BigInteger, Boolean>> matches = new ArrayList<>();
            for (Event event : events) {
                if (event.withdraws == withdraws) {
                    Scope<BigInteger, Boolean> scope = after;
                    for (Trigger.Binding binding : trigger.bindings()) {
                        scope = scope.bind(
                                binding.variable(),
                                binding.word() == 0
                                        ? ConstantTraces.ACCOUNTS.get(event.user)
                                        : BigInteger.valueOf(event.amount));
                    }
                    matches.add(scope);
                }
            }
            return matches;
        }

        @Override
        public List<Match<BigInteger, Boolean>> placed(Trigger trigger) {
            throw new UnsupportedOperationException("these traces have no ghosts");
        }
    }

    @Provide
    Arbitrary<String> limits() {
        return Arbitraries.of(LIMITS);
    }

    @Provide
    Arbitrary<List<Tx>> traces() {
        Arbitrary<Event> event = Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.of("alice", "bob"),
                        Arbitraries.longs().between(0, 5))
                .as(Event::new);
        return Combinators.combine(
                        Arbitraries.of(0L, 0L, 1L, 2L, 3L), event.list().ofMaxSize(3))
                .as(Tx::new)
                .list()
                .ofMaxSize(5);
    }
}
