package thymus.fuzz.fake;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.evm.primitive.Word;
import thymus.fuzz.generate.Dictionary;
import thymus.fuzz.generate.Probe;
import thymus.fuzz.generate.RecentValues;
import thymus.fuzz.run.BranchDistances;
import thymus.fuzz.run.Features;
import thymus.fuzz.run.MonitoredSystem;
import thymus.fuzz.run.Testbed;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.Judgement;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * A bank in a few lines, with one planted defect per property.
 *
 * <p>0: a deposit of the whole limit and a withdrawal of it an hour later (2 steps). 1: opening, then a deposit of
 * exactly the limit plus one, then closing by the same sender (3 steps). 2: has no truth value after noise(7). 3:
 * holds.
 */
public class FakeBank implements MonitoredSystem {
    private static final long HOUR = 3_600;
    private static final BigInteger LIMIT = new BigInteger("10000000000000000000000");
    private static final List<FunctionModel> FUNCTIONS = List.of(
            FakeUniverse.function("deposit", 1),
            FakeUniverse.function("withdraw", 1),
            FakeUniverse.function("open", 0),
            FakeUniverse.function("close", 0),
            FakeUniverse.function("noise", 1),
            FakeUniverse.view("limit"));

    private final Features features = new Features();
    private final Map<String, BigInteger> balances = new HashMap<>();
    private final Map<String, Long> since = new HashMap<>();
    private long now;
    private String opener = "";
    private boolean exceeded;
    private Judgement[] verdicts = {};

    public static FakeUniverse universe() {
        return new FakeUniverse(FUNCTIONS);
    }

    public static Dictionary dictionary() {
        return new Dictionary(List.of(), List.of(HOUR), List.of());
    }

    public static Testbed testbed(int workers) {
        List<MonitoredSystem> subjects = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            subjects.add(new FakeBank());
        }
        return testbed(subjects);
    }

    public static Testbed testbed(List<MonitoredSystem> subjects) {
        return new Testbed(subjects, universe(), universe(), dictionary(), properties());
    }

    private static List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        for (String name : List.of("late", "opened", "undefined", "true")) {
            Span span = new Span("fake.inv", 1, 1, 1);
            properties.add(new Property.Invariant(name, new Expr.TruthLiteral(true, span), span));
        }
        return properties;
    }

    @Override
    public void begin() {
        features.clear();
        balances.clear();
        since.clear();
        now = 1_700_000_000L;
        opener = "";
        exceeded = false;
    }

    @Override
    public Judgement start(int property) {
        return held();
    }

    private static Judgement held() {
        return new Judgement.Held(1, Optional.of(BigInteger.TEN));
    }

    @Override
    public boolean execute(Step step) {
        now += step.seconds();
        verdicts = new Judgement[] {held(), held(), held(), held()};
        if (!(step.call() instanceof StepCall.FunctionCall call)) {
            return false;
        }
        features.hit(call.function().name().hashCode());
        List<AbiValue> arguments = Steps.arguments(step);
        BigInteger x = arguments.isEmpty() ? BigInteger.ZERO : ((AbiValue.Number) arguments.getFirst()).value();
        return call(step.sender(), call.function().name(), x);
    }

    private boolean call(String sender, String name, BigInteger x) {
        switch (name) {
            case "deposit" -> {
                exceeded |= x.equals(LIMIT.add(BigInteger.ONE)) && sender.equals(opener);
                balances.merge(sender, x, BigInteger::add);
                since.put(sender, now);
            }
            case "withdraw" -> {
                BigInteger left = balances.getOrDefault(sender, BigInteger.ZERO).subtract(x);
                if (left.signum() < 0) {
                    return false;
                }
                balances.put(sender, left);
                if (x.compareTo(LIMIT) >= 0 && now - since.get(sender) >= HOUR) {
                    verdicts[0] = new Judgement.Violated("too much, too late");
                }
            }
            case "open" -> opener = sender;
            case "close" -> {
                if (exceeded && sender.equals(opener)) {
                    verdicts[1] = new Judgement.Violated("closed in excess");
                }
            }
            default -> {
                if (x.intValue() == 7) {
                    verdicts[2] = new Judgement.Failed("level() reverted");
                }
            }
        }
        return true;
    }

    @Override
    public Judgement judge(int property) {
        return verdicts[property];
    }

    @Override
    public void note(int property) {}

    @Override
    public BranchDistances frontier(boolean watched) {
        return new BranchDistances();
    }

    @Override
    public Features features() {
        return features;
    }

    @Override
    public void drain(RecentValues values) {
        balances.values().stream().sorted().map(Word::of).forEach(values::see);
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public List<BigInteger> ask(Probe probe, List<BigInteger> arguments, long later) {
        return List.of(LIMIT);
    }

    @Override
    public List<Comparison> compared(Step step) {
        return List.of();
    }
}
