package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.fixtures.Repository;
import thymus.solver.Corpus;
import thymus.solver.property.Inside;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.ProofObligation;
import thymus.solver.property.SymbolicContext;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.EmptySource;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.SlotReader;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.BlockSymbols;
import thymus.solver.symbolic.CallInput;
import thymus.solver.symbolic.ConcreteStorage;
import thymus.solver.symbolic.LoopHeads;
import thymus.solver.symbolic.Machine;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.TermEvaluator;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunctions;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.monitor.Judgement;
import thymus.spec.monitor.Monitor;
import thymus.spec.monitor.Monitors;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;
import thymus.system.execution.StepResult;

/** What a proof has to show of the moments within a call is what the monitor finds there when the call is made. */
@Tag("integration")
class MomentsAgreeWithMonitorTest {
    private static final int CALLS = Boolean.getBoolean("thymus.long") ? 20_000 : 800;

    /** It calls whom it is told to: the prover reads it where that is known. */
    private static final String UNREAD = "back";

    private final DeployedSystem system = Corpus.deploy(Repository.at("solver/src/test/resources/moments/Moments.inv"));
    private final Terms terms = new Terms();
    private final Deployment deployment = new Deployment(system, terms);
    private final SystemModel model = deployment.model(conditions -> true);
    private final ConcreteStorage source = new ConcreteStorage(terms, model.layout());
    private final IntTerm caller = terms.symbol("caller", Interval.unsigned(160));
    private final IntTerm value = terms.symbol("value", Interval.unsigned(128));
    private final IntTerm timestamp = terms.symbol("timestamp", Interval.unsigned(64));
    private final IntTerm number = terms.symbol("number", Interval.unsigned(64));
    private final SymbolicWorld transients = new SymbolicWorld(
            terms,
            new SlotReader(terms, (contract, slot) -> Optional.empty()),
            new FieldLayout(),
            new EmptySource(terms));
    private final SymbolicWorld begin = model.world(source);
    private final Map<String, List<PathOutcome>> outcomes = new HashMap<>();

    private List<PathOutcome> outcomes(String target) {
        return outcomes.computeIfAbsent(
                target,
                instance -> new Machine(
                                terms,
                                deployment,
                                new BlockSymbols(timestamp, number, caller, terms.constant(deployment.chainId())),
                                true,
                                new LoopHeads(),
                                conditions -> true)
                        .explore(new Machine.Start(
                                begin,
                                transients,
                                PathFacts.none(terms),
                                deployment.addresses().get(instance),
                                caller,
                                value,
                                CallInput.arbitrary(terms),
                                false))
                        .outcomes());
    }

    @Test
    void theTwoReadingsNeverDisagree() {
        Random random = new Random(5);
        Map<String, Integer> judged = new TreeMap<>();
        Map<String, Integer> violated = new TreeMap<>();
        for (int i = 0; i < CALLS; i++) {
            int start = system.snapshot();
            compare(step(random), judged, violated);
            if (random.nextInt(3) == 0) {
                system.rollback(start);
            }
        }
        assertEquals(system.specification().properties().size(), judged.size(), judged::toString);
        assertEquals(judged.keySet(), violated.keySet());
        assertTrue(violated.values().stream().allMatch(count -> count > 3), violated::toString);
    }

    private Step step(Random random) {
        String target = random.nextInt(6) == 0 ? "other" : "m";
        List<FunctionModel> functions = system.functions(target).stream()
                .filter(f -> f.mutability().changesState() && !f.name().equals(UNREAD))
                .toList();
        FunctionModel function = functions.get(random.nextInt(functions.size()));
        List<AbiValue> arguments = new ArrayList<>();
        function.inputs()
                .forEach(input -> arguments.add(AbiValue.of(
                        input.type() instanceof AbiType.Address
                                ? deployment.addresses().get("m")
                                : BigInteger.valueOf(random.nextInt(6)))));
        BigInteger sent = function.mutability() == Mutability.PAYABLE && random.nextBoolean()
                ? BigInteger.valueOf(random.nextInt(4))
                : BigInteger.ZERO;
        return new Step(
                random.nextBoolean() ? "alice" : "bob",
                target,
                new StepCall.FunctionCall(function, arguments),
                sent,
                1,
                0);
    }

    private void compare(Step step, Map<String, Integer> judged, Map<String, Integer> violated) {
        Map<String, Map<Word, Word>> before = new HashMap<>();
        Map<BigInteger, BigInteger> balances = new HashMap<>();
        deployment.addresses().forEach((name, address) -> {
            Address account = Address.of(Word.of(address));
            before.put(name, Map.copyOf(system.chain().world().storage(account)));
            balances.put(address, system.chain().world().balance(account).toBigInteger());
        });
        Map<String, BigInteger> symbols = CallInput.symbols(system.callData(step));
        symbols.put("caller", deployment.addresses().get(step.sender()));
        symbols.put("value", step.value());
        symbols.put("timestamp", BigInteger.valueOf(system.chain().timestamp() + step.seconds()));
        symbols.put("number", BigInteger.valueOf(system.chain().number()));
        List<Monitor> monitors = Monitors.of(system.specification());
        monitors.forEach(monitor -> monitor.start(system.state()));
        StepResult result = system.execute(step);
        UnknownFunctions functions = source.functions(contract -> before.getOrDefault(contract, Map.of()));
        TermEvaluator evaluator = new TermEvaluator(
                name -> Optional.ofNullable(symbols.get(name))
                        .or(() -> source.isKnown(name)
                                ? Optional.of(functions.value(name, List.of(), Interval.unsigned(256)))
                                : Optional.empty()),
                (function, arguments, range) -> function.equals(ArbitrarySource.ETHER.name())
                        ? balances.get(arguments.getFirst())
                        : functions.value(function, arguments, range));
        List<PathOutcome> taken = outcomes(step.target()).stream()
                .filter(o -> o.conditions().stream().allMatch(evaluator::truth))
                .toList();
        assertEquals(1, taken.size(), step::toString);
        assertEquals(result.receipt().ok(), taken.getFirst().ok(), step::toString);
        for (Monitor monitor : monitors) {
            Property property = monitor.property();
            List<Boolean> claims =
                    result.receipt().ok() ? claims(property, step.target(), taken.getFirst(), evaluator) : List.of();
            Judgement judgement = monitor.settle(result);
            String what = property.name() + " of " + step + ": " + judgement + ", " + claims;
            assertEquals(claims.contains(false), judgement instanceof Judgement.Violated, what);
            if (judgement instanceof Judgement.Held held) {
                assertEquals(claims.size(), held.times(), what);
            }
            if (!claims.isEmpty()) {
                judged.merge(property.name(), 1, Integer::sum);
            }
            if (claims.contains(false)) {
                violated.merge(property.name(), 1, Integer::sum);
            }
        }
    }

    /** What the claims come to that the property makes of this path. */
    private List<Boolean> claims(Property property, String target, PathOutcome outcome, TermEvaluator evaluator) {
        IntTerm selector = terms.symbol("selector", Interval.unsigned(32));
        SymbolicContext context = new SymbolicContext(timestamp, number, caller, value, selector);
        SymbolicTransaction transaction = new SymbolicTransaction(
                        Optional.of(target),
                        new SymbolicTransaction.CallSymbols(
                                selector,
                                i -> terms.symbol("argument" + i, Interval.unsigned(256)),
                                terms.symbol("size", Interval.unsigned(32))),
                        new SymbolicState(begin, context, model::ghost),
                        new SymbolicState(outcome.world(), context, model::ghost),
                        outcome.conditions(),
                        new Simplifier(terms, outcome.facts()),
                        outcome.logs(),
                        outcome.output())
                .with(new Inside(outcome.entered(), outcome.departures(), false, transients, outcome.transientWorld()));
        List<Boolean> claims = new ArrayList<>();
        for (ProofObligation goal : ObligationGenerator.of(model, property).goals(property, transaction)) {
            if (goal.conditions().stream().allMatch(evaluator::truth)) {
                claims.add(evaluator.truth(goal.claim()));
            }
        }
        return claims;
    }
}
