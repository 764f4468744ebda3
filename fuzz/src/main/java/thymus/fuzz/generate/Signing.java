package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.evm.precompile.Secp256k1;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.AdversaryUniverse.Signer;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Gives calls the signatures that contracts ask for: a trial run shows which hash is handed to ecrecover, and a key
 * signs it. For one sequence. If nobody signs, nothing is decided and no chance is used up.
 */
public final class Signing {
    /** A call with several signatures gets one after the other. */
    private static final int MOST_TRIALS = 6;
    /** How often arguments are made to look signed, of a function that was not seen to ask for a signature. */
    private static final int UNSEEN_IN = 16;

    private final SplitRandom random;
    private final List<Signer> signers;
    private final Map<BigInteger, Signer> byAddress = new HashMap<>();
    private final CallDistribution chances;
    private final Universe universe;
    private final ChainView chain;
    /** Who made the signatures that this sequence has seen. */
    private final Map<ChainView.Recovery, Optional<Signer>> known = new HashMap<>();

    public Signing(SplitRandom random, Universe universe, CallDistribution chances, ChainView chain) {
        this.random = random;
        this.universe = universe;
        this.signers = universe.signers();
        this.chances = chances;
        this.chain = chain;
        signers.forEach(signer -> byAddress.put(universe.addressOf(signer.actor()), signer));
    }

    /** Whether some step may be one that asks for a signature. */
    public static boolean mayAsk(Universe universe, List<Step> steps) {
        return !universe.signers().isEmpty()
                && steps.stream()
                        .anyMatch(step -> step.call() instanceof StepCall.FunctionCall call
                                && SignatureShapes.fit(call.function().inputs()));
    }

    boolean asks(Step step) {
        return !signers.isEmpty()
                && step.call() instanceof StepCall.FunctionCall call
                && asks(step.target(), call.function());
    }

    boolean asks(String target, FunctionModel function) {
        return !signers.isEmpty() && chances.asks(universe, target, function);
    }

    /** Arguments that were drawn, with something that looks like a signature where one may stand. */
    List<AbiValue> prepared(String target, FunctionModel function, List<AbiValue> arguments) {
        if (signers.isEmpty() || !SignatureShapes.fit(function.inputs())) {
            return arguments;
        }
        boolean wanted = asks(target, function) ? random.chance(7, 8) : random.chance(1, UNSEEN_IN);
        return wanted ? SignatureShapes.placeholders(function.inputs(), arguments, random) : arguments;
    }

    /** The step with signatures of the hashes that it asks for, unless it has them. */
    public Step signed(Step step) {
        if (!asks(step)) {
            return step;
        }
        Step signed = step;
        for (int trials = 0; trials < MOST_TRIALS; trials++) {
            ChainView.Trial trial = chain.tried(signed);
            Step before = signed;
            Optional<Step> next = trial.recoveries().stream()
                    .filter(taken -> signer(taken).isEmpty())
                    .findFirst()
                    .flatMap(taken -> signed(before, taken, signer(before)));
            if (next.isEmpty() && !trial.ok()) {
                next = another(signed, trial.recoveries());
            }
            if (next.isEmpty()) {
                return signed;
            }
            signed = next.get();
        }
        return signed;
    }

    /** What was signed by one, signed by another. */
    private Optional<Step> another(Step step, List<ChainView.Recovery> recoveries) {
        List<ChainView.Recovery> made =
                recoveries.stream().filter(taken -> signer(taken).isPresent()).toList();
        if (made.isEmpty() || signers.size() < 2) {
            return Optional.empty();
        }
        ChainView.Recovery taken = made.getLast();
        List<Signer> others = signers.stream()
                .filter(signer -> !signer.equals(signer(taken).orElseThrow()))
                .toList();
        return signed(step, taken, random.pick(others));
    }

    private Optional<Signer> signer(ChainView.Recovery taken) {
        return known.computeIfAbsent(
                taken,
                t -> t.form()
                        .flatMap(form -> Secp256k1.recover(Word.of(t.hash()), form.odd(), form.r(), form.s()))
                        .map(Address::word)
                        .map(Word::toBigInteger)
                        .map(byAddress::get));
    }

    /** Mostly one whose address is among the arguments. */
    private Signer signer(Step step) {
        List<Signer> named = new ArrayList<>();
        StepCall.FunctionCall call = (StepCall.FunctionCall) step.call();
        for (Leaf leaf : Leaf.in(call.function().inputs(), call.arguments())) {
            if (leaf.value() instanceof AbiValue.Number number && byAddress.containsKey(number.value())) {
                named.add(byAddress.get(number.value()));
            }
        }
        return random.pick(named.isEmpty() || random.chance(1, 4) ? signers : named);
    }

    private Optional<Step> signed(Step step, ChainView.Recovery taken, Signer signer) {
        StepCall.FunctionCall call = (StepCall.FunctionCall) step.call();
        Secp256k1.Signature signature = universe.sign(signer, taken.hash());
        known.put(ChainView.Recovery.of(taken.hash(), signature), Optional.of(signer));
        return new SignaturePlace(call.function().inputs(), taken)
                .with(signature, call.arguments())
                .map(arguments -> Steps.with(step, arguments));
    }
}
