package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.Selector;
import thymus.contracts.abi.StaticHead;
import thymus.evm.HarnessException;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Word;
import thymus.evm.trace.TracedCall;
import thymus.fuzz.generate.ChainView;
import thymus.fuzz.generate.ChainView.Comparison;
import thymus.fuzz.generate.Probe;
import thymus.spec.contract.AbiType;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entry;
import thymus.system.execution.IdentityTable;
import thymus.system.execution.Step;

/** What generation asks of a deployed system between two transactions; the answers change nothing. */
final class ChainQueries {
    /** A view that needs more is not worth asking; one that loops for ever costs little. */
    private static final long PROBE_GAS = 300_000;

    private final DeployedSystem system;
    private final Map<Asked, TracedCall> views = new HashMap<>();
    private final IdentityTable<Probe, TracedCall> withoutArguments = new IdentityTable<>();
    private final IdentityTable<Probe, List<AbiType>> outputs = new IdentityTable<>();

    /** Arguments are the universe's addresses: few. */
    private record Asked(Probe probe, List<BigInteger> arguments) {
        Asked kept() {
            return new Asked(probe, List.copyOf(arguments));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Asked that && probe == that.probe && arguments.equals(that.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * probe.index() + arguments.hashCode();
        }
    }

    ChainQueries(DeployedSystem system) {
        this.system = system;
    }

    List<BigInteger> ask(Probe probe, List<BigInteger> arguments, long wait) {
        long later = system.chain().reaches(wait, 1) ? wait : 0;
        long blocks = later > 0 ? 1 : 0;
        TracedCall view = arguments.isEmpty()
                ? withoutArguments.get(probe, p -> view(new Asked(p, List.of())))
                : view(probe, arguments);
        return switch (view.answer(
                system.chain().timestamp() + later, system.chain().number() + blocks)) {
            case TracedCall.Answer.Words words -> numbers(probe, words);
            case TracedCall.Answer.Failed ignored -> List.of();
            case TracedCall.Answer.Unknown ignored -> {
                Receipt receipt = simulate(view.call(), later, blocks);
                yield receipt.ok() ? numbers(probe, TracedCall.Answer.Words.of(receipt.output())) : List.of();
            }
        };
    }

    private TracedCall view(Probe probe, List<BigInteger> arguments) {
        Asked asked = new Asked(probe, arguments);
        TracedCall known = views.get(asked);
        return known == null ? views.computeIfAbsent(asked.kept(), this::view) : known;
    }

    private TracedCall view(Asked asked) {
        List<AbiValue> values = new ArrayList<>();
        asked.arguments().forEach(a -> values.add(AbiValue.of(a)));
        return system.views()
                .of(
                        DeployedSystem.OBSERVER,
                        system.addressOf(asked.probe().instance()),
                        Selector.callData(asked.probe().function(), values),
                        PROBE_GAS);
    }

    List<Comparison> compared(Step step) {
        ComparisonTracer comparisons = new ComparisonTracer();
        system.chain().setTracer(comparisons);
        try {
            tryOut(step);
        } catch (HarnessException notExecutable) {
            return List.of();
        } finally {
            system.chain().setTracer(Tracer.NONE);
        }
        return comparisons.all();
    }

    ChainView.Trial tried(Step step) {
        RecoveryTracer recoveries = new RecoveryTracer();
        system.chain().setTracer(recoveries);
        try {
            return new ChainView.Trial(tryOut(step).ok(), recoveries.all());
        } catch (HarnessException notExecutable) {
            return new ChainView.Trial(false, List.of());
        } finally {
            system.chain().setTracer(Tracer.NONE);
        }
    }

    private Receipt tryOut(Step step) {
        if (step.entry() != Entry.DIRECT || step.callbacks().isPresent()) {
            return system.tryOut(step, PROBE_GAS);
        }
        LocalChain.Call call = new LocalChain.Call(
                system.accounts().resolve(step.sender()),
                Optional.of(system.accounts().resolve(step.target())),
                Word.of(step.value()),
                system.callData(step),
                PROBE_GAS);
        return simulate(call, step.seconds(), step.blocks());
    }

    private Receipt simulate(LocalChain.Call call, long seconds, long blocks) {
        if (seconds == 0 && blocks == 0) {
            return system.chain().simulate(call);
        }
        int mark = system.chain().snapshot();
        system.chain().advance(seconds, blocks);
        try {
            return system.chain().simulate(call);
        } finally {
            system.chain().rollback(mark);
        }
    }

    private List<BigInteger> numbers(Probe probe, TracedCall.Answer.Words words) {
        List<AbiType> types =
                outputs.get(probe, p -> StaticHead.types(p.function().outputs()));
        List<BigInteger> numbers = new ArrayList<>(1);
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) instanceof AbiType.UInt || types.get(i) instanceof AbiType.Int) {
                if (i >= words.count()
                        || !AbiWord.isWord(types.get(i), words.word(i).toBigInteger())) {
                    return List.of();
                }
                numbers.add(AbiWord.fromWord(types.get(i), words.word(i).toBigInteger()));
            }
        }
        return numbers;
    }
}
