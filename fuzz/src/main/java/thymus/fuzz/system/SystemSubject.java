package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.contracts.abi.Selector;
import thymus.evm.HarnessException;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.state.Log;
import thymus.fuzz.generate.Probe;
import thymus.fuzz.generate.RecentValues;
import thymus.fuzz.run.BranchDistances;
import thymus.fuzz.run.Features;
import thymus.fuzz.run.MonitoredSystem;
import thymus.fuzz.run.PropertyFault;
import thymus.spec.monitor.Judgement;
import thymus.spec.monitor.Monitor;
import thymus.spec.monitor.Monitors;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.SentMessage;
import thymus.system.execution.Step;
import thymus.system.execution.StepResult;

/** A deployed system under the monitors of some of its properties. */
final class SystemSubject implements MonitoredSystem {
    private static final int MOST_WORDS = 4;
    private static final int WORD = 32;

    private final DeployedSystem system;
    private final ChainQueries questions;
    private final List<Monitor> monitors;
    private final Features features = new Features();
    private final BranchDistances frontier = new BranchDistances();
    private final ExecutionTracer tracer;
    private final Coverage coverage;
    private final int afterSetup;
    private Optional<StepResult> last = Optional.empty();

    /** @param outsiders accounts that may be attackers' contracts */
    SystemSubject(DeployedSystem system, List<Property> properties, Set<Address> outsiders) {
        this.system = system;
        this.tracer = new ExecutionTracer(
                features,
                frontier,
                outsiders,
                system.specification().instances().keySet().stream()
                        .map(system::addressOf)
                        .toList());
        this.coverage = new Coverage(tracer::block);
        this.questions = new ChainQueries(system);
        this.monitors = properties.stream().map(Monitors::of).toList();
        this.afterSetup = system.snapshot();
        system.watch(tracer, coverage);
    }

    @Override
    public void begin() {
        system.rollback(afterSetup);
        features.clear();
        coverage.clear();
        frontier.clear();
        tracer.watch(false);
        last = Optional.empty();
    }

    @Override
    public Judgement start(int property) {
        try {
            return monitors.get(property).start(system.state());
        } catch (RuntimeException | StackOverflowError fault) {
            throw blamed(property, fault);
        }
    }

    @Override
    public boolean execute(Step step) {
        return settle(step).receipt().ok();
    }

    StepResult settle(Step step) {
        tracer.begin();
        StepResult settled = system.execute(step);
        last = Optional.of(settled);
        return settled;
    }

    @Override
    public boolean reached() {
        return tracer.reached();
    }

    @Override
    public Optional<String> failure() {
        return last.flatMap(StepResult::failure);
    }

    @Override
    public boolean asked() {
        return tracer.asked();
    }

    @Override
    public boolean survived() {
        return tracer.survived();
    }

    @Override
    public Judgement judge(int property) {
        try {
            return monitors.get(property).settle(last.orElseThrow());
        } catch (RuntimeException | StackOverflowError fault) {
            throw blamed(property, fault);
        }
    }

    @Override
    public void note(int property) {
        try {
            monitors.get(property).note(last.orElseThrow());
        } catch (RuntimeException | StackOverflowError fault) {
            throw blamed(property, fault);
        }
    }

    /** What the chain cannot do, such as reading a fork, is the fault of no property. */
    private static RuntimeException blamed(int property, Throwable fault) {
        return fault instanceof HarnessException unreadable ? unreadable : new PropertyFault(property, fault);
    }

    @Override
    public BranchDistances frontier(boolean watched) {
        tracer.watch(watched);
        return frontier;
    }

    @Override
    public Features features() {
        return features;
    }

    @Override
    public void drain(RecentValues values) {
        tracer.drain(values);
        if (last.isPresent()) {
            Receipt receipt = last.get().receipt();
            for (Log log : receipt.logs()) {
                words(log.data(), 0, values);
            }
            // Behind the selector of a custom error stands what the contract compared, as in OverLimit(asked, left).
            words(receipt.output(), receipt.ok() ? 0 : Selector.SIZE, values);
        }
    }

    private static void words(byte[] data, int from, RecentValues values) {
        for (int at = from; at < from + MOST_WORDS * WORD && at + WORD <= data.length; at += WORD) {
            values.see(data, at);
        }
    }

    @Override
    public long now() {
        return system.chain().timestamp();
    }

    @Override
    public List<BigInteger> ask(Probe probe, List<BigInteger> arguments, long later) {
        return questions.ask(probe, arguments, later);
    }

    @Override
    public List<SentMessage> pending(String relay) {
        return system.pending(relay);
    }

    @Override
    public List<Comparison> compared(Step step) {
        return questions.compared(step);
    }

    @Override
    public Trial tried(Step step) {
        return questions.tried(step);
    }
}
