package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.generate.ChainView.Comparison;
import thymus.fuzz.generate.Probe;
import thymus.harness.HarnessException;
import thymus.harness.abi.AbiException;
import thymus.harness.abi.AbiValue;
import thymus.harness.abi.Selector;
import thymus.harness.abi.StaticHead;
import thymus.harness.chain.LocalChain;
import thymus.harness.evm.Receipt;
import thymus.harness.evm.Tracer;
import thymus.harness.system.DeployedSystem;
import thymus.harness.system.Step;
import thymus.harness.word.Word;
import thymus.spec.contract.AbiType;

/** What generation asks of a deployed system between two transactions; the answers change nothing. */
final class Questions {
    /** A view that needs more is not worth asking; one that loops for ever costs little. */
    private static final long PROBE_GAS = 300_000;

    private final DeployedSystem system;

    Questions(DeployedSystem system) {
        this.system = system;
    }

    List<BigInteger> ask(Probe probe, List<BigInteger> arguments, long later) {
        List<AbiValue> values = new ArrayList<>();
        arguments.forEach(a -> values.add(AbiValue.of(a)));
        Receipt receipt = simulate(
                new LocalChain.Call(
                        DeployedSystem.OBSERVER, Optional.of(system.addressOf(probe.instance())), Word.ZERO,
                        Selector.callData(probe.function(), values), PROBE_GAS),
                later, later > 0 ? 1 : 0);
        return receipt.ok() ? numbers(probe, receipt.output()) : List.of();
    }

    List<Comparison> compared(Step step) {
        ComparisonTracer comparisons = new ComparisonTracer();
        LocalChain.Call call = new LocalChain.Call(
                system.accounts().resolve(step.sender()), Optional.of(system.accounts().resolve(step.target())),
                Word.of(step.value()), step.call().data(), PROBE_GAS);
        system.chain().setTracer(comparisons);
        try {
            simulate(call, step.seconds(), step.blocks());
        } catch (HarnessException notExecutable) {
            return List.of();
        } finally {
            system.chain().setTracer(Tracer.NONE);
        }
        return comparisons.all();
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

    private static List<BigInteger> numbers(Probe probe, byte[] output) {
        List<BigInteger> numbers = new ArrayList<>();
        try {
            List<AbiType> types = StaticHead.types(probe.function().outputs());
            for (int i = 0; i < types.size(); i++) {
                if (types.get(i) instanceof AbiType.UInt || types.get(i) instanceof AbiType.Int) {
                    numbers.add(StaticHead.word(types, i, output));
                }
            }
        } catch (AbiException notOfItsType) {
            return List.of();
        }
        return numbers;
    }
}
