package thymus.fuzz.generate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.Ending;
import thymus.system.execution.Step;

/**
 * Decides what callees answer whose code the file leaves open. One instance serves one sequence. A system without such
 * callees uses up no random numbers here, and its campaigns stay what they were.
 */
final class Answering {
    private static final int NOW_IN = 6;
    /** How often a changed answer is that the view fails, which the assumption about a callee allows. */
    private static final int FAILS_IN = 12;

    private final SplitRandom random;
    private final Map<String, List<FunctionModel>> callees;
    private final List<Probe> probes;
    private final CallbackSource.Arguments arguments;
    private final ChainView chain;
    private Optional<Callbacks> latest = Optional.empty();

    Answering(SplitRandom random, Universe universe, CallbackSource.Arguments arguments, ChainView chain) {
        this.random = random;
        this.callees = universe.callees();
        this.probes = universe.probes();
        this.arguments = arguments;
        this.chain = chain;
    }

    /** A new step, mostly with the answers that a callee gives from then on. */
    Step fresh(Step step) {
        if (callees.isEmpty() || step.callbacks().isPresent() || step.sameTransaction() || step.isForced()) {
            return step;
        }
        String callee = random.pick(List.copyOf(callees.keySet()));
        if (step.target().equals(callee)) {
            return step;
        }
        return switch (random.below(8)) {
            case 0 -> step;
            case 1, 2, 3 -> step.reacting(latest);
            case 4 -> step.reacting(latest.map(known -> near(known, step)));
            case 5 -> step.reacting(Optional.of(drawn(callee, step, 0)));
            // Most contracts refuse most answers: those that they take now are changed in one place, seldom in two.
            default -> step.reacting(Optional.of(drawn(callee, step, random.chance(1, 4) ? 2 : 1)));
        };
    }

    /** What a later step is drawn after. */
    void drawn(Step step) {
        if (isAnswered(step)) {
            latest = step.callbacks();
        }
    }

    /** Whether callbacks of the step are answers. */
    boolean isAnswered(Step step) {
        return step.callbacks().filter(c -> callees.containsKey(c.account())).isPresent();
    }

    /** The step with an answer changed, every other time. */
    Step varied(Step step) {
        return random.chance(1, 2) ? step.reacting(step.callbacks().map(known -> near(known, step))) : step;
    }

    /** @param changes of what is answered now; 0 for answers that have nothing to do with it */
    private Callbacks drawn(String callee, Step step, int changes) {
        List<Callback> answers = new ArrayList<>();
        for (FunctionModel function : callees.get(callee)) {
            List<AbiValue> now = changes > 0 ? present(callee, function, step) : List.of();
            answers.add(answer(now.isEmpty() ? any(function, step) : now, function));
        }
        Callbacks changed = new Callbacks(callee, answers);
        for (int i = 0; i < changes; i++) {
            changed = near(changed, step);
        }
        return changed;
    }

    private List<AbiValue> any(FunctionModel function, Step step) {
        return AbiCodec.types(function.outputs()).stream()
                .map(type -> value(type, step))
                .toList();
    }

    /** What the view answers at the time of the step; empty where that is not known. */
    private List<AbiValue> present(String callee, FunctionModel function, Step step) {
        Optional<Probe> probe = probes.stream()
                .filter(p -> p.instance().equals(callee) && p.function().equals(function))
                .findFirst();
        List<BigInteger> none = Collections.nCopies(function.inputs().size(), BigInteger.ZERO);
        List<BigInteger> numbers =
                probe.map(p -> chain.ask(p, none, step.seconds())).orElse(List.of());
        return numbers.size() == function.outputs().size()
                ? numbers.stream().<AbiValue>map(AbiValue::of).toList()
                : List.of();
    }

    private AbiValue value(AbiType type, Step step) {
        return type instanceof AbiType.UInt && random.chance(1, NOW_IN)
                ? AbiValue.of(AbiWord.truncated(type, BigInteger.valueOf(chain.now() + step.seconds())))
                : arguments.of(step.sender(), step.target()).draw(type);
    }

    private Callbacks near(Callbacks known, Step step) {
        List<FunctionModel> functions = callees.get(known.account());
        int at = random.below(functions.size());
        FunctionModel function = functions.get(at);
        List<AbiType> types = AbiCodec.types(function.outputs());
        if (!(known.list().get(at).ending() instanceof Ending.Return end)) {
            return known.with(at, answer(any(function, step), function));
        }
        if (random.chance(1, FAILS_IN)) {
            return known.with(at, new Callback(List.of(), new Ending.Revert(new byte[0])));
        }
        byte[] data = end.data();
        List<AbiValue> values = new ArrayList<>(AbiCodec.decode(types, data));
        int changed = random.below(values.size());
        values.set(
                changed,
                random.chance(1, 2)
                        ? value(types.get(changed), step)
                        : arguments.of(step.sender(), step.target()).near(types.get(changed), values.get(changed)));
        return known.with(at, answer(values, function));
    }

    private static Callback answer(List<AbiValue> values, FunctionModel function) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        List<Parameter> outputs = function.outputs();
        for (int i = 0; i < outputs.size(); i++) {
            data.writeBytes(
                    AbiWord.bytes(AbiWord.toWord(outputs.get(i).type(), ((AbiValue.Number) values.get(i)).value())));
        }
        return new Callback(List.of(), new Ending.Return(data.toByteArray()));
    }
}
