package thymus.solver.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import thymus.contracts.abi.Selector;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.Monitor;
import thymus.spec.monitor.Monitors;
import thymus.spec.monitor.Scope;
import thymus.spec.monitor.Transition;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Mark;
import thymus.spec.tree.Trigger;

/** The two readings of ghosts on the same trace: the values that the monitor keeps, and those that a proof carries. */
@Tag("integration")
class GhostsAgreeWithMonitorTest {
    /** A withdrawal or a deposit. */
    record Event(String name, String user, long amount) {}

    /**
     * One step.
     *
     * @param pause the seconds since the one before
     * @param value how much ether it sends
     * @param withdrawn the argument if it calls withdraw; otherwise it calls nothing that a property speaks of
     * @param fails in which case it emits nothing
     */
    record Tx(long pause, long value, Optional<Long> withdrawn, boolean fails, List<Event> events) {}

    private static final String GHOSTS = """
            ghost net = 0;
            on vault.Deposited(_, a): net += a;
            on vault.Withdrawn(_, a): net -= a;
            ghost latest = 7;
            on vault.Deposited(_, a): latest = a;
            on vault.Withdrawn(_, a): latest = 2 * latest + a;
            ghost most = 0;
            on vault.Deposited(_, a) where a > most: most = a;
            ghost calls = 0;
            on ok(vault.withdraw(a)) where a > 0: calls += 1;
            ghost asked = msg.value;
            on vault.Withdrawn(_, a): asked = asked + a;
            on ok(vault.withdraw(a)): asked = a - asked;
            ghost who = address(0);
            on vault.Deposited(user, _) where who == address(0) || net > 4: who = user;
            ghost seen = false;
            on vault.Withdrawn(alice, a): seen = !seen || a > 2;
            ghost both = 0;
            on vault.Deposited(_, a): both = latest + a;
            on vault.Deposited(_, a): both = both * 2 - net;
            ghost at = start_of;
            on vault.Withdrawn: at = now;
            on vault.Withdrawn where prev(now) > 2 && msg.value < 3: at = at - 1;
            """.replace("start_of", "now");
    private static final List<String> PROPERTIES = List.of(
            "invariant i: net <= 6",
            "invariant i: prev(net) <= net + 2",
            "invariant i: latest != 9 && latest < 12",
            "invariant i: latest + net <= 14",
            "invariant i: most <= 4 && most >= prev(most)",
            "invariant i: calls < 3",
            "rule i: on ok(vault.withdraw(a)): calls == prev(calls) + 1 || a == 0",
            "rule i: on ok(vault.withdraw(a)): asked <= a",
            "invariant i: asked > -9",
            "invariant i: who != alice",
            "invariant i: who == bob ==> net < 5",
            "rule i: on vault.Deposited(user, _): prev(who) == address(0) || who == user",
            "invariant i: seen ==> net >= 0",
            "invariant i: seen == prev(seen) || latest > 3",
            "invariant i: once(seen) ==> seen",
            "invariant i: both <= 15",
            "invariant i: both == 0 || both != latest",
            "invariant i: at == now || at < now - 1",
            "invariant i: ago(2, net) <= 5",
            "invariant i: start(latest) == 7 && (elapsed(net > 3) > 1 || net > 1)",
            "invariant i: (net < 5 since latest == 7) || calls > 0",
            "invariant i: forall u in {alice, bob}: once(who == u) ==> net <= 4",
            "respond i: when net > 4, within 2: net < 3 || calls > 1",
            "limit i: sum(out, last 3) <= 3 + most",
            "rule i: on vault.Withdrawn where net > 1: seen");
    private static final String FLOW = "flow out = vault.Withdrawn(user, amount) => amount;\n";

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void theTwoReadingsNeverDisagree(@ForAll("properties") String property, @ForAll("traces") List<Tx> trace) {
        Reading reading = new Reading(property);
        assertEquals(reading.monitored(trace), reading.carried(trace), () -> property + " on " + trace);
    }

    /** Updates run in the order of the events; the call that emitted them ends after them. */
    @Example
    void theOrderOfEventsCounts() {
        List<Event> events = List.of(new Event("Withdrawn", "alice", 1), new Event("Deposited", "bob", 2));
        Tx first = new Tx(1, 0, Optional.of(5L), false, events);
        Tx second = new Tx(1, 0, Optional.of(5L), false, events.reversed());
        assertEquals(
                List.of("holds", "holds", "broken"), both("invariant i: latest == 7 || latest == 2", first, second));
        assertEquals(List.of("holds", "holds"), both("invariant i: asked == 0 || asked == 4", first));
    }

    @Example
    void aStepThatFailsChangesNoGhost() {
        Tx failing = new Tx(1, 0, Optional.of(5L), true, List.of());
        assertEquals(List.of("holds", "holds"), both("invariant i: calls == 0 && asked == 0", failing));
    }

    private static List<String> both(String property, Tx... trace) {
        Reading reading = new Reading(property);
        List<String> monitored = reading.monitored(List.of(trace));
        assertEquals(monitored, reading.carried(List.of(trace)));
        return monitored;
    }

    private static final class Reading {
        private final Specification specification;
        private final thymus.spec.tree.Property property;

        Reading(String text) {
            specification = ConstantTraces.specification(FLOW + GHOSTS + text + ";");
            property = specification.properties().getFirst();
        }

        List<String> monitored(List<Tx> trace) {
            Monitor monitor = Monitors.of(property);
            Moment moment =
                    new Moment(BigInteger.ZERO, BigInteger.ZERO, Optional.empty(), ConstantTraces.ACCOUNTS, Map.of());
            List<String> judgements = new ArrayList<>(List.of(ConstantTraces.word(monitor.start(moment))));
            for (Tx tx : trace) {
                moment = new Moment(
                        moment.time().add(BigInteger.valueOf(tx.pause)),
                        BigInteger.valueOf(tx.value),
                        Optional.of(moment),
                        ConstantTraces.ACCOUNTS,
                        Map.of());
                judgements.add(ConstantTraces.word(monitor.settle(new Settled(moment, tx))));
            }
            return judgements;
        }

        List<String> carried(List<Tx> trace) {
            long end = trace.stream().mapToLong(Tx::pause).sum();
            return ConstantTraces.overMoments(
                    specification,
                    property,
                    LongStream.rangeClosed(-3, end)
                            .mapToObj(BigInteger::valueOf)
                            .toList(),
                    trace.size(),
                    (model, reader, choice) -> judge(model, reader, choice, trace));
        }

        private List<String> judge(
                SystemModel model, ObligationGenerator reader, Map<GhostVariable, BigInteger> choice, List<Tx> trace) {
            Terms terms = model.terms();
            Simplifier simplifier = new Simplifier(terms, PathFacts.none(terms));
            SymbolicState state = reader.begin(ConstantTraces.deployed(model, choice));
            List<String> judgements = new ArrayList<>();
            boolean judgesSetup = property instanceof thymus.spec.tree.Property.Invariant;
            judgements.add(
                    judgesSetup
                            ? ConstantTraces.word(
                                    reader,
                                    property,
                                    ConstantTraces.transaction(terms, state, state, List.of()),
                                    simplifier)
                            : "silent");
            for (Tx tx : trace) {
                SymbolicContext context = ConstantTraces.later(terms, state, tx.pause, tx.value);
                SymbolicTransaction transaction = new SymbolicTransaction(
                        tx.fails ? Optional.empty() : Optional.of("vault"),
                        call(terms, tx),
                        state,
                        new SymbolicState(state.world(), context, state.ghosts()),
                        List.of(),
                        simplifier,
                        logs(terms, tx),
                        List.of());
                judgements.add(ConstantTraces.word(reader, property, transaction, simplifier));
                state = reader.after(transaction);
            }
            return judgements;
        }

        private List<SymbolicLog> logs(Terms terms, Tx tx) {
            return tx.events.stream()
                    .map(event -> ConstantTraces.log(terms, specification, event.name, event.user, event.amount))
                    .toList();
        }

        private SymbolicTransaction.CallSymbols call(Terms terms, Tx tx) {
            FunctionModel withdraw = specification.modelOf("vault").functions().stream()
                    .filter(f -> f.name().equals("withdraw"))
                    .findFirst()
                    .orElseThrow();
            IntTerm selector = terms.constant(Selector.of(withdraw).value() & 0xffffffffL);
            return new SymbolicTransaction.CallSymbols(
                    tx.withdrawn.isPresent() ? selector : terms.zero,
                    i -> terms.constant(tx.withdrawn.orElse(0L)),
                    terms.constant(36));
        }
    }

    private record Settled(Moment after, Tx tx) implements Transition<BigInteger, Boolean> {
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
            return placed(trigger).stream().map(Match::scope).toList();
        }

        @Override
        public List<Match<BigInteger, Boolean>> placed(Trigger trigger) {
            if (tx.fails) {
                return List.of();
            }
            return switch (trigger) {
                case Trigger.Emitted emitted -> {
                    List<Match<BigInteger, Boolean>> matches = new ArrayList<>();
                    for (int i = 0; i < tx.events.size(); i++) {
                        Event event = tx.events.get(i);
                        if (event.name.equals(emitted.event().name())) {
                            matches.add(new Match<>(
                                    i, bound(trigger, ConstantTraces.ACCOUNTS.get(event.user), event.amount)));
                        }
                    }
                    yield matches;
                }
                case Trigger.SuccessfulCall _ ->
                    tx.withdrawn.stream()
                            .map(amount ->
                                    new Match<>(tx.events.size(), bound(trigger, BigInteger.valueOf(amount), amount)))
                            .toList();
                case Trigger.TriedCall _,
                        Trigger.Called _,
                        Trigger.EtherMoved _,
                        Trigger.Entered _,
                        Trigger.Departure _,
                        Trigger.InnerCall _ -> List.of();
            };
        }

        private Scope<BigInteger, Boolean> bound(Trigger trigger, BigInteger first, long second) {
            Scope<BigInteger, Boolean> scope = after;
            for (Trigger.Binding binding : trigger.bindings()) {
                scope = scope.bind(binding.variable(), binding.word() == 0 ? first : BigInteger.valueOf(second));
            }
            return scope;
        }
    }

    @Provide
    Arbitrary<String> properties() {
        return Arbitraries.of(PROPERTIES);
    }

    @Provide
    Arbitrary<List<Tx>> traces() {
        Arbitrary<Event> events = Combinators.combine(
                        Arbitraries.of("Deposited", "Withdrawn"),
                        Arbitraries.of("alice", "bob"),
                        Arbitraries.longs().between(0, 5))
                .as(Event::new);
        return Combinators.combine(
                        Arbitraries.of(0L, 0L, 1L, 2L),
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.longs().between(0, 4).optional(0.5),
                        Arbitraries.of(true, false, false),
                        events.list().ofMaxSize(3))
                .as((pause, value, withdrawn, fails, emitted) ->
                        new Tx(pause, value, withdrawn, fails, fails ? List.of() : emitted))
                .list()
                .ofMaxSize(5);
    }
}
