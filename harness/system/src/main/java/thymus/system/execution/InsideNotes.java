package thymus.system.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.contracts.abi.Selector;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.state.World;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;

/** Records the moments within a step of which the properties speak: where control leaves a function, and calls. */
final class InsideNotes implements Tracer {
    /** EIP-7587 ends the addresses of precompiles at 0x1ff. */
    private static final int PRECOMPILE_BITS = 9;

    private final World world;
    private final AccountNames accounts;
    /** The functions that control may leave, by the names of their contracts. */
    private final Map<String, Set<Selector>> left = new HashMap<>();
    /** The functions whose calls are asked for. */
    private final Map<String, Set<Selector>> called = new HashMap<>();

    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Departed> departures = new ArrayList<>();
    private final List<MadeCall> calls = new ArrayList<>();

    /**
     * A call in progress.
     *
     * @param running the functions of the account in whose middle it is, itself among them
     * @param departuresBefore how many there were when it began
     * @param begin present if somebody asks for the call
     */
    private record Open(
            Address account,
            Set<Selector> running,
            int departuresBefore,
            int callsBefore,
            Optional<InnerMoment> begin) {}

    InsideNotes(Specification specification, World world, AccountNames accounts) {
        this.world = world;
        this.accounts = accounts;
        for (Property property : specification.properties()) {
            if (property instanceof Property.Rule rule) {
                watch(rule.trigger());
            }
        }
    }

    private void watch(Trigger trigger) {
        switch (trigger) {
            case Trigger.Departure t -> t.functions().forEach(f -> add(left, t.contract(), f));
            case Trigger.InnerCall t -> add(called, t.contract(), t.function());
            case Trigger.SuccessfulCall _,
                    Trigger.TriedCall _,
                    Trigger.Called _,
                    Trigger.EtherMoved _,
                    Trigger.Entered _,
                    Trigger.Emitted _ -> {}
        }
    }

    private static void add(Map<String, Set<Selector>> to, String contract, FunctionModel function) {
        to.computeIfAbsent(contract, _ -> new HashSet<>()).add(Selector.of(function));
    }

    /** Whether nobody asks for anything. */
    boolean isIdle() {
        return left.isEmpty() && called.isEmpty();
    }

    void begin() {
        open.clear();
        departures.clear();
        calls.clear();
    }

    @Override
    public void onCall(Message message) {
        Optional<Open> caller = Optional.ofNullable(open.peek());
        boolean stays = caller.filter(c -> c.account().equals(message.target())).isPresent();
        if (!stays) {
            caller.ifPresent(c -> leave(c, message));
        }
        Set<Selector> running = new HashSet<>(stays ? caller.orElseThrow().running() : Set.<Selector>of());
        Optional<Selector> function = functionOf(message);
        function.ifPresent(running::add);
        boolean isAsked = function.isPresent()
                && among(called, message.target(), Set.of(function.get())).isPresent();
        open.push(new Open(
                message.target(),
                running,
                departures.size(),
                calls.size(),
                isAsked ? Optional.of(now(Optional.empty())) : Optional.empty()));
    }

    /** A function that may change the state. */
    private static Optional<Selector> functionOf(Message message) {
        return message.kind().creates() || message.isStatic() || message.input().length < Selector.SIZE
                ? Optional.empty()
                : Optional.of(Selector.padded(message.input()));
    }

    private void leave(Open caller, Message message) {
        int bits = Convert.number(message.target()).bitLength();
        boolean isPrecompile = bits > 0 && bits <= PRECOMPILE_BITS;
        if (!isPrecompile) {
            among(left, caller.account(), caller.running())
                    .ifPresent(running ->
                            departures.add(new Departed(caller.account(), running, message, now(payment(message)))));
        }
    }

    private static Optional<InnerMoment.Payment> payment(Message message) {
        boolean moves = message.kind() == Message.Kind.CALL || message.kind().creates();
        return moves && !message.value().isZero()
                ? Optional.of(new InnerMoment.Payment(message.sender(), message.target(), message.value()))
                : Optional.empty();
    }

    private InnerMoment now(Optional<InnerMoment.Payment> payment) {
        return new InnerMoment(world.snapshot(), world.transaction().rest(), payment);
    }

    /** Those of the functions that are watched at the account; empty if none is. */
    private Optional<Set<Selector>> among(
            Map<String, Set<Selector>> watched, Address account, Set<Selector> functions) {
        return accounts.nameOf(account).map(watched::get).flatMap(some -> {
            Set<Selector> both = new HashSet<>(some);
            both.retainAll(functions);
            return both.isEmpty() ? Optional.empty() : Optional.of(both);
        });
    }

    /** What a call that fails has done is undone; the moment at which it was called stays. */
    @Override
    public void onReturn(Message message, byte[] output, long gasLeft, Optional<String> haltReason) {
        Open ended = open.pop();
        if (haltReason.isPresent()) {
            departures.subList(ended.departuresBefore(), departures.size()).clear();
            calls.subList(ended.callsBefore(), calls.size()).clear();
        } else {
            ended.begin().ifPresent(begin -> calls.add(new MadeCall(message, output, begin, now(Optional.empty()))));
        }
    }

    /** The departures in the order of time. */
    List<Departed> departures() {
        return List.copyOf(departures);
    }

    /** The calls in the order in which they ended. */
    List<MadeCall> calls() {
        return List.copyOf(calls);
    }
}
