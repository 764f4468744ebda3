package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Draws the next step of one sequence, knowing the state that the steps before it led to. */
public final class StepSource {
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);
    /** How often the contract is asked what it compares an argument with. */
    private static final int BOUNDARY_IN = 4;

    private static final int LEAST_PRICE_BITS = 32;
    private static final int MOST_PRICE_BITS = 88;
    private static final int RAW_CALLS_IN = 150;
    private static final int PAYMENTS_IN = 25;
    private static final int FORCED_IN = 40;
    private static final int MOST_RAW_BYTES = 68;
    private static final int MOST_SENDERS = 16;

    private final SplitRandom random;
    private final Universe universe;
    private final CallDistribution chances;
    private final Dictionary dictionary;
    private final ChainView chain;
    private final RecentValues recent;
    private final Clock clock;
    private final TracingSchedule scrutiny;
    private final Joining joining;
    private final Reacting reacting;
    private final Signing signing;
    private final Relaying relaying;
    private final EarlierArguments earlier;
    private final Scripting scripting;
    private final Answering answering;
    /** Who has sent a step of this sequence, as often as they did. */
    private final List<String> senders = new ArrayList<>();
    /** Amounts of ether that the code or the specification may name. */
    private final List<BigInteger> prices;

    public StepSource(
            SplitRandom random,
            Universe universe,
            CallDistribution chances,
            Dictionary dictionary,
            ChainView chain,
            RecentValues recent,
            TracingSchedule scrutiny) {
        this.random = random;
        this.universe = universe;
        this.chances = chances;
        this.dictionary = dictionary;
        this.chain = chain;
        this.recent = recent;
        this.scrutiny = scrutiny;
        this.joining = new Joining(random, universe);
        this.signing = new Signing(random, universe, chances, chain);
        this.relaying = new Relaying(random, universe, chain);
        this.earlier = new EarlierArguments(random, universe, signing);
        this.clock = new Clock(random, universe.advance(), dictionary);
        this.prices = dictionary.constants().stream()
                .filter(number -> number.bitLength() > LEAST_PRICE_BITS && number.bitLength() < MOST_PRICE_BITS)
                .toList();
        CallbackSource.Arguments arguments = new CallbackSource.Arguments() {
            @Override
            public ArgumentGenerator of(String sender, String target) {
                return arguments(sender, target, 0);
            }

            @Override
            public BigInteger wei() {
                return StepSource.this.wei();
            }
        };
        this.reacting = new Reacting(
                random, universe, chances, new CallbackSource(random, universe, chances, dictionary, arguments));
        this.answering = new Answering(random, universe, arguments, chain);
        this.scripting = new Scripting(random, universe, scriptDraws());
    }

    /** Whether there can be another step: the clock may have come to its end. */
    public boolean hasNext() {
        return universe.advance().leavesRoom(chain.now());
    }

    /** The next step, where there is one. */
    public Step draw(StepTemplate slot) {
        Step drawn = drawn(slot);
        Step signed = isSigned(slot, drawn) ? signing.signed(drawn) : drawn;
        Step step = slot instanceof StepTemplate.Exact ? signed : answering.fresh(signed);
        joining.drawn(step);
        reacting.drawn(step);
        answering.drawn(step);
        earlier.drawn(step);
        if (senders.size() < MOST_SENDERS && !step.entry().isByContract()) {
            senders.add(step.sender());
        }
        return step;
    }

    /** What is repeated mostly keeps the signatures that it has, and others lack them now and then. */
    private boolean isSigned(StepTemplate slot, Step drawn) {
        if (!signing.asks(drawn)) {
            return false;
        }
        boolean isRepeated = slot instanceof StepTemplate.Exact || slot instanceof StepTemplate.Retimed;
        return isRepeated ? random.chance(1, 4) : random.chance(15, 16);
    }

    private Step drawn(StepTemplate slot) {
        return switch (slot) {
            case StepTemplate.Exact exact ->
                inTime(joining.placed(exact.step(), true), exact.step().seconds());
            case StepTemplate.Near near -> near(joining.placed(near.step(), false));
            case StepTemplate.Again again -> reacting.fresh(again.step(), again(joining.placed(again.step(), false)));
            case StepTemplate.Retimed retimed -> retimed(joining.placed(retimed.step(), false));
            case StepTemplate.Any ignored -> reacting.fresh(fresh(chances.inNewState(random)));
            case StepTemplate.Fresh ignored -> reacting.fresh(fresh(chances.usual(random)));
            case StepTemplate.Scripted scripted -> reacting.fresh(scripting.step(scripted));
        };
    }

    private Step retimed(Step step) {
        return step.sameTransaction() ? step : inTime(step, clock.seconds(chain.now(), recent));
    }

    private Step again(Step step) {
        long seconds = step.sameTransaction() ? 0 : clock.seconds(chain.now(), recent);
        Step later = step.sameTransaction() ? step : Steps.after(step, seconds, clock.blocks(seconds));
        if (!(step.call() instanceof StepCall.FunctionCall call)) {
            return later;
        }
        Step drawn = Steps.with(later, drawn(step.target(), call.function(), step.sender(), seconds));
        return scrutiny.chanceOfKnown(random, 2, 3) ? InputToState.moved(drawn, chain, random) : drawn;
    }

    private Step fresh(CallWeights drawn) {
        if (!universe.accepting().isEmpty() && random.chance(1, PAYMENTS_IN)) {
            return payment();
        }
        if (!universe.forcible().isEmpty() && random.chance(1, FORCED_IN)) {
            return forced();
        }
        Callable callable =
                relaying.due().orElseGet(() -> universe.callables().get(random.weighted(drawn.callables())));
        Optional<String> contract = joining.goesOn().filter(sender -> universe.allows(sender, callable));
        if (contract.isPresent()) {
            return call(callable, contract.get(), Entry.SAME_TRANSACTION, 0);
        }
        String sender = sender(callable, drawn);
        return call(callable, sender, joining.entry(sender), clock.seconds(chain.now(), recent));
    }

    /** Those who have a key. */
    private List<String> payers() {
        List<String> payers = universe.senders().stream()
                .filter(sender -> !universe.contracts().contains(sender)
                        && !universe.instances().contains(sender))
                .toList();
        return payers.isEmpty() ? universe.senders() : payers;
    }

    /** Ether to a contract that is not asked. */
    private Step forced() {
        long seconds = clock.seconds(chain.now(), recent);
        return Step.forced(
                random.pick(payers()),
                random.pick(universe.forcible()),
                wei().max(BigInteger.ONE),
                seconds,
                clock.blocks(seconds));
    }

    /** Ether to a contract that need not have a function for it. */
    private Step payment() {
        long seconds = clock.seconds(chain.now(), recent);
        return new Step(
                random.pick(payers()),
                random.pick(universe.accepting()),
                new StepCall.RawCall(random.chance(1, 4) ? rawData() : new byte[0]),
                wei(),
                seconds,
                clock.blocks(seconds));
    }

    private String sender(Callable callable, CallWeights drawn) {
        return reacting.protagonist()
                .filter(attacker -> universe.allows(attacker, callable))
                .or(() -> again(callable))
                .orElseGet(() -> universe.senders().get(random.weighted(drawn.senders(callable))));
    }

    /** Often who has sent before goes on: attacks are mostly one account's. */
    private Optional<String> again(Callable callable) {
        return senders.isEmpty() || random.chance(1, 2)
                ? Optional.empty()
                : Optional.of(random.pick(senders)).filter(sender -> universe.allows(sender, callable));
    }

    private Step call(Callable callable, String sender, Entry entry, long seconds) {
        FunctionModel function = callable.function();
        boolean raw = random.chance(1, RAW_CALLS_IN);
        StepCall call = raw
                ? new StepCall.RawCall(rawData())
                : new StepCall.FunctionCall(
                        function,
                        relaying.message(callable.instance())
                                .or(() -> earlier.of(callable.instance(), function))
                                .orElseGet(() -> drawn(callable.instance(), function, sender, seconds)));
        BigInteger value = function.mutability() == Mutability.PAYABLE || raw ? wei() : BigInteger.ZERO;
        long blocks = entry == Entry.SAME_TRANSACTION ? 0 : clock.blocks(seconds);
        Step step = new Step(sender, callable.instance(), call, value, seconds, blocks, entry).ahead(relaying.ahead());
        boolean isAsked = chances.mostlyFails(callable)
                ? scrutiny.chanceOfKnown(random, 1, BOUNDARY_IN)
                : scrutiny.chance(random, 1, BOUNDARY_IN);
        return isAsked ? InputToState.moved(step, chain, random) : step;
    }

    private List<AbiValue> drawn(String target, FunctionModel function, String sender, long seconds) {
        ArgumentGenerator source = arguments(sender, target, seconds);
        boolean isSigned = signing.asks(target, function) && random.chance(3, 4);
        return signing.prepared(target, function, (isSigned ? source.withoutCalls() : source).draw(function.inputs()));
    }

    private Step near(Step step) {
        Step changed = changed(step);
        if (answering.isAnswered(step)) {
            return answering.varied(inTime(changed, step.seconds()));
        }
        return reacting.varied(step, inTime(changed, step.seconds()));
    }

    private Step changed(Step step) {
        if (step.isForced()) {
            return Steps.paying(step, wei().max(BigInteger.ONE));
        }
        if (!(step.call() instanceof StepCall.FunctionCall call)) {
            return step;
        }
        boolean isPaid = call.function().mutability() == Mutability.PAYABLE;
        if (call.arguments().isEmpty() && !isPaid) {
            return step;
        }
        if (scrutiny.chanceOfKnown(random, 1, 2)) {
            return InputToState.moved(step, chain, random);
        }
        if (isPaid && (call.arguments().isEmpty() || random.chance(1, 4))) {
            return Steps.paying(step, wei());
        }
        ArgumentGenerator source = arguments(step.sender(), step.target(), step.seconds());
        if (ParallelLists.in(call.arguments()) && random.chance(1, 2)) {
            return Steps.with(
                    step,
                    new ParallelLists(random, source).changed(call.function().inputs(), call.arguments()));
        }
        List<AbiValue> changed = new ArrayList<>(call.arguments());
        int at = random.below(changed.size());
        changed.set(at, source.near(call.function().inputs().get(at).type(), changed.get(at)));
        return Steps.with(step, List.copyOf(changed));
    }

    private Step inTime(Step step, long seconds) {
        long allowed = universe.advance().clamp(chain.now(), seconds);
        return allowed == step.seconds() ? step : Steps.after(step, allowed, clock.blocks(allowed));
    }

    private ArgumentGenerator arguments(String sender, String target, long seconds) {
        Probing probing = new Probing(universe, chain, sender, target, seconds);
        return new ArgumentGenerator(
                random,
                universe,
                sender,
                target,
                new NumberGenerator(random, dictionary, recent, probing),
                reacting.attackers(),
                reacting.attackerIn());
    }

    private Scripting.Draws scriptDraws() {
        return new Scripting.Draws() {
            @Override
            public String sender(Callable callable) {
                return StepSource.this.sender(callable, chances.usual(random));
            }

            @Override
            public Entry entry(String sender) {
                return joining.entry(sender);
            }

            @Override
            public ArgumentGenerator arguments(String sender, String target, long seconds) {
                return StepSource.this.arguments(sender, target, seconds);
            }

            @Override
            public BigInteger wei() {
                return StepSource.this.wei();
            }

            @Override
            public long seconds() {
                return clock.seconds(chain.now(), recent);
            }

            @Override
            public long clamped(BigInteger seconds) {
                return universe.advance().clamp(chain.now(), seconds.longValueExact());
            }

            @Override
            public long blocks(long seconds) {
                return clock.blocks(seconds);
            }
        };
    }

    private BigInteger wei() {
        return switch (random.below(8)) {
            case 0 -> BigInteger.ONE;
            case 3 -> prices.isEmpty() ? BigInteger.ZERO : random.pick(prices);
            case 1, 4 -> ETHER.multiply(BigInteger.valueOf(1 + random.below(99)));
            case 2 -> random.bits(1 + random.below(66));
            default -> BigInteger.ZERO;
        };
    }

    /** Nothing (plain ether), or a few bytes that no function expects. */
    private byte[] rawData() {
        byte[] data = new byte[random.chance(1, 2) ? 0 : random.below(MOST_RAW_BYTES)];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) random.nextLong();
        }
        return data;
    }
}
