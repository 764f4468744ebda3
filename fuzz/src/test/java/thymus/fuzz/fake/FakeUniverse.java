package thymus.fuzz.fake;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thymus.fuzz.generate.Advance;
import thymus.fuzz.generate.Callable;
import thymus.fuzz.generate.Probe;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.shrink.ShrinkRules;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Entries;
import thymus.system.execution.Step;

/**
 * One contract named bank with the given functions, three senders and perhaps attackers' contracts, any time below a
 * week.
 */
public final class FakeUniverse implements Universe, ShrinkRules {
    public static final AbiType NUMBER = new AbiType.UInt(256);
    private static final List<String> SENDERS = List.of("alice", "bob", "mallory");
    private static final long WEEK = 7 * 86_400;

    private final List<Callable> callables = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final List<String> contracts;

    public FakeUniverse(List<FunctionModel> functions) {
        this(functions, List.of());
    }

    /** @param contracts attackers', which send beside the others */
    public FakeUniverse(List<FunctionModel> functions, List<String> contracts) {
        this.contracts = contracts;
        for (FunctionModel function : functions) {
            if (function.mutability().changesState()) {
                callables.add(new Callable(callables.size(), "bank", function));
            } else {
                probes.add(new Probe(probes.size(), "bank", function));
            }
        }
    }

    public static FunctionModel function(String name, int numbers) {
        List<Parameter> inputs = IntStream.range(0, numbers)
                .mapToObj(i -> new Parameter("x" + i, NUMBER))
                .toList();
        return new FunctionModel(name, inputs, List.of(), Mutability.NONPAYABLE);
    }

    public static FunctionModel view(String name) {
        return new FunctionModel(name, List.of(), List.of(new Parameter("", NUMBER)), Mutability.VIEW);
    }

    @Override
    public List<Callable> callables() {
        return callables;
    }

    @Override
    public List<String> senders() {
        return Stream.concat(SENDERS.stream(), contracts.stream()).toList();
    }

    @Override
    public List<String> contracts() {
        return contracts;
    }

    @Override
    public boolean allows(String sender, Callable callable) {
        return true;
    }

    @Override
    public boolean allowed(List<Step> steps) {
        return Entries.areWhole(steps)
                && steps.stream()
                        .allMatch(s -> advance().allows(s.seconds())
                                && s.entry().isByContract() == contracts.contains(s.sender()));
    }

    @Override
    public List<String> instances() {
        return List.of("bank");
    }

    @Override
    public List<BigInteger> addresses() {
        return List.of(addressOf("alice"), addressOf("bob"), addressOf("mallory"), addressOf("bank"));
    }

    @Override
    public BigInteger addressOf(String name) {
        return BigInteger.valueOf(name.hashCode() & 0xFFFF_FFFFL);
    }

    @Override
    public Advance advance() {
        return new Advance(0, WEEK, Long.MAX_VALUE);
    }

    @Override
    public long minimumAdvance() {
        return 0;
    }

    @Override
    public List<Probe> probes() {
        return probes;
    }
}
