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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import thymus.contracts.abi.Selector;
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

/**
 * The two readings of the past on the same trace: what the monitor has noted, and what a proof carries from one state
 * to the next. After setup and after each transaction they say the same, for some moment that {@code ago} may look back
 * to.
 */
@Tag("integration")
class PastAgreesWithMonitorTest {
    /** One transaction: seconds since the one before, how much ether it sends, and whether it withdraws. */
    record Tx(long pause, long value, boolean withdraws) {}

    private static final String FLOW = "flow out = vault.Withdrawn(user, amount) => amount;";
    /** What a step calls that withdraws. */
    private static final BigInteger REARM =
            BigInteger.valueOf(Selector.of("rearm()").value() & 0xffffffffL);

    private static final List<String> PROPERTIES = List.of(
            "invariant i: start(now) <= now - 1 || msg.value < 4",
            "invariant i: start(msg.value) == msg.value",
            "invariant i: ago(3, msg.value) <= msg.value + 1",
            "invariant i: ago(0, msg.value) == msg.value",
            "invariant i: ago(2, now) + 2 <= now || now < 2",
            "invariant i: prev(ago(2, msg.value)) <= 2",
            "invariant i: ago(1, msg.value) + ago(4, msg.value) <= 6",
            "invariant i: ago(3, msg.value > 2) ==> msg.value > 0",
            "invariant i: once(msg.value > 4)",
            "invariant i: once(msg.value > 3) ==> msg.value > 0",
            "invariant i: !prev(once(msg.value == 3)) || msg.value != 3",
            "invariant i: once(prev(msg.value) < msg.value && now > 2) ==> msg.value != 2",
            "invariant i: once(once(now > 3) && msg.value < 2) ==> msg.value > 1",
            "invariant i: msg.value < 4 since now % 3 == 0",
            "invariant i: !(msg.value < 4 since msg.value == 2) || msg.value != 0",
            "invariant i: (msg.value > 0 since now >= 2) ==> elapsed(msg.value > 0) <= 3",
            "invariant i: elapsed(msg.value == 1) <= 4",
            "invariant i: elapsed(vault.Withdrawn) >= 2 || msg.value < 3",
            "invariant i: prev(elapsed(vault.Withdrawn)) >= 2",
            "invariant i: elapsed(once(msg.value > 2)) != 1",
            "invariant i: start(once(now >= 0)) && once(start(now) < now) ==> msg.value != 1",
            "invariant i: forall v in {1, 2, 3}: once(msg.value == v) ==> msg.value != v + 1",
            "invariant i: forall v in {1, 3}: ago(2, msg.value == v) || elapsed(msg.value == v) > 1",
            "respond i: when msg.value == 1, within 2: msg.value > 3",
            "respond i: when msg.value == 1, within 0: now % 2 == 0",
            "respond i: when msg.value > 2, within 3: now % 3 == 0 || elapsed(vault.Withdrawn) == 3",
            "respond i: when once(msg.value == 2), within 1: elapsed(msg.value == 2) >= 1",
            "respond i: when msg.value == 1, within 2 blocks: msg.value > 3",
            "respond i: when msg.value == 1, within 1 block: now % 2 == 0 || block.number % 3 == 0",
            "respond i: when msg.value > 2, within 3 blocks: block.number % 3 == 0 && now % 2 == 0",
            "respond i: when msg.value == 1, within 0 blocks: now % 2 == 0",
            "respond i: when msg.value == 1, within 2: msg.value > 3 by guardian with vault.rearm()",
            "respond i: when msg.value < 2, within 1 block: msg.value > 3 && now % 2 == 0"
                    + " by guardian with vault.rearm()",
            "benign { call vault.rearm; } never_trips i: msg.value == 3",
            "benign { time advances 1 .. 2; msg.value < 4; } never_trips i: now > 4 && msg.value == 2",
            "benign { call vault.rearm where now != 3; prev(msg.value) < 4; } never_trips i: msg.value == 2",
            "rule i: on vault.Withdrawn: prev(elapsed(vault.Withdrawn)) >= 2",
            "rule i: on vault.Withdrawn where once(msg.value > 2): msg.value != 1",
            "limit i: sum(out, last 3) <= 1 + ago(2, msg.value)",
            "limit i: forall duration W: sum(out, last W) <= 2 + ago(W, msg.value)");

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void theTwoReadingsNeverDisagree(@ForAll("properties") String property, @ForAll("traces") List<Tx> trace) {
        Reading reading = new Reading(property);
        assertEquals(reading.monitored(trace), reading.carried(trace), () -> property + " on " + trace);
    }

    private static final class Reading {
        private final Specification specification;
        private final thymus.spec.tree.Property property;

        Reading(String text) {
            specification = ConstantTraces.specification(FLOW + text + ";");
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

        /** For moments long before setup too. */
        List<String> carried(List<Tx> trace) {
            long end = trace.stream().mapToLong(Tx::pause).sum();
            List<BigInteger> times = new ArrayList<>(LongStream.rangeClosed(-5, end + 1)
                    .mapToObj(BigInteger::valueOf)
                    .toList());
            times.add(BigInteger.TWO.pow(80).negate());
            return ConstantTraces.overMoments(
                    specification,
                    property,
                    times,
                    trace.size(),
                    (model, reader, choice) -> judge(model, reader, choice, trace));
        }

        private List<String> judge(
                SystemModel model, ObligationGenerator reader, Map<GhostVariable, BigInteger> choice, List<Tx> trace) {
            Terms terms = model.terms();
            SymbolicState state = reader.begin(ConstantTraces.deployed(model, choice));
            List<String> judgements = new ArrayList<>();
            boolean judgesSetup = property instanceof thymus.spec.tree.Property.Invariant;
            judgements.add(
                    judgesSetup
                            ? word(model, reader, ConstantTraces.transaction(terms, state, state, List.of()))
                            : "silent");
            for (Tx tx : trace) {
                SymbolicContext context = ConstantTraces.later(terms, state, tx.pause, tx.value);
                SymbolicTransaction transaction = ConstantTraces.transaction(
                        terms,
                        state,
                        new SymbolicState(state.world(), context, state.ghosts()),
                        tx.withdraws
                                ? List.of(ConstantTraces.log(terms, specification, "Withdrawn", "alice", tx.value))
                                : List.of(),
                        tx.withdraws ? terms.constant(REARM) : terms.one);
                judgements.add(word(model, reader, transaction));
                state = reader.after(transaction);
            }
            return judgements;
        }

        private String word(SystemModel model, ObligationGenerator reader, SymbolicTransaction transaction) {
            Simplifier simplifier = new Simplifier(model.terms(), PathFacts.none(model.terms()));
            return ConstantTraces.word(reader, property, transaction, simplifier);
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
            if (!tx.withdraws || (trigger instanceof Trigger.TriedCall tried && tried.failed())) {
                return List.of();
            }
            Scope<BigInteger, Boolean> scope = after;
            for (Trigger.Binding binding : trigger.bindings()) {
                scope = scope.bind(
                        binding.variable(),
                        binding.word() == 0 ? ConstantTraces.ACCOUNTS.get("alice") : BigInteger.valueOf(tx.value));
            }
            return List.of(scope);
        }

        @Override
        public List<Match<BigInteger, Boolean>> placed(Trigger trigger) {
            throw new UnsupportedOperationException("GhostsAgreeWithMonitorTest has traces for ghosts");
        }
    }

    @Provide
    Arbitrary<String> properties() {
        return Arbitraries.of(PROPERTIES);
    }

    @Provide
    Arbitrary<List<Tx>> traces() {
        return Combinators.combine(
                        Arbitraries.of(0L, 0L, 1L, 2L, 3L),
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.of(true, false))
                .as(Tx::new)
                .list()
                .ofMaxSize(6);
    }
}
