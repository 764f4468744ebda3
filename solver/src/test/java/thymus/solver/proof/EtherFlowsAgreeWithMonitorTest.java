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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.fixtures.Repository;
import thymus.solver.Corpus;
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
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.TermEvaluator;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunctions;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Trigger;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;
import thymus.system.execution.StepResult;

/** The ether that the prover sees move in a call is what the monitor sees move when it is made. */
@Tag("integration")
class EtherFlowsAgreeWithMonitorTest {
    private static final int CALLS = 600;

    private final DeployedSystem system = Corpus.deploy(Repository.at("solver/src/test/resources/payments/Payer.inv"));
    private final Terms terms = new Terms();
    private final Deployment deployment = new Deployment(system, terms);
    private final SystemModel model = deployment.model(conditions -> true);
    private final ConcreteStorage source = new ConcreteStorage(terms, model.layout());
    private final List<PathOutcome> outcomes = outcomes();

    private List<PathOutcome> outcomes() {
        BlockSymbols block = new BlockSymbols(
                terms.symbol("timestamp", Interval.unsigned(64)),
                terms.symbol("number", Interval.unsigned(64)),
                terms.symbol("caller", Interval.unsigned(160)),
                terms.constant(deployment.chainId()));
        SlotReader slots = new SlotReader(terms, (contract, slot) -> Optional.empty());
        return new Machine(terms, deployment, block, true, new LoopHeads(), conditions -> true)
                .run(new Machine.Start(
                        model.world(source),
                        new SymbolicWorld(terms, slots, new FieldLayout(), new EmptySource(terms)),
                        PathFacts.none(terms),
                        deployment.addresses().get("payer"),
                        terms.symbol("caller", Interval.unsigned(160)),
                        terms.symbol("value", Interval.unsigned(128)),
                        CallInput.arbitrary(terms),
                        false));
    }

    @Test
    void theTwoReadingsNeverDisagree() {
        Random random = new Random(11);
        Map<String, Integer> moves = new HashMap<>();
        FunctionModel pay = function("pay");
        for (int i = 0; i < CALLS; i++) {
            List<AbiValue> arguments = List.of(
                    AbiValue.of(BigInteger.valueOf(random.nextInt(60))),
                    AbiValue.of(BigInteger.valueOf(random.nextInt(60))),
                    AbiValue.of(random.nextInt(2)),
                    AbiValue.of(random.nextInt(8) == 0 ? 1 : 0));
            Step step = new Step(
                    random.nextBoolean() ? "alice" : "bob",
                    "payer",
                    new StepCall.FunctionCall(pay, arguments),
                    BigInteger.valueOf(random.nextBoolean() ? 0 : random.nextInt(17)),
                    1,
                    0);
            int start = system.snapshot();
            compare(step, moves);
            if (random.nextInt(20) == 0) {
                system.rollback(start);
            }
        }
        moves.forEach((flow, count) -> assertTrue(count > 100, () -> flow + " carried " + count + " times"));
        assertEquals(4, moves.size());
    }

    private FunctionModel function(String name) {
        return system.functions("payer").stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void compare(Step step, Map<String, Integer> moves) {
        Map<BigInteger, BigInteger> balances = new HashMap<>();
        deployment.addresses().values().forEach(a -> balances.put(a, balance(a)));
        Map<String, BigInteger> symbols = CallInput.symbols(system.callData(step));
        symbols.put("caller", deployment.addresses().get(step.sender()));
        symbols.put("value", step.value());
        symbols.put("timestamp", BigInteger.valueOf(system.chain().timestamp() + step.seconds()));
        symbols.put("number", BigInteger.valueOf(system.chain().number()));
        StepResult result = system.execute(step);
        UnknownFunctions functions = source.functions(contract -> Map.of());
        TermEvaluator evaluator = new TermEvaluator(
                name -> Optional.ofNullable(symbols.get(name)),
                (function, arguments, range) -> function.equals(ArbitrarySource.ETHER.name())
                        ? balances.get(arguments.getFirst())
                        : functions.value(function, arguments, range));
        List<PathOutcome> taken = outcomes.stream()
                .filter(o -> o.conditions().stream().allMatch(evaluator::truth))
                .toList();
        assertEquals(1, taken.size(), step::toString);
        assertEquals(result.receipt().ok(), taken.getFirst().ok(), step::toString);
        for (Flow flow : system.specification().flows()) {
            List<List<BigInteger>> monitored = monitored(result, flow.trigger());
            moves.merge(flow.name(), monitored.size(), Integer::sum);
            assertEquals(
                    monitored,
                    result.receipt().ok() ? read(taken.getFirst(), flow.trigger(), evaluator) : List.of(),
                    () -> flow.name() + " of " + step);
        }
    }

    private BigInteger balance(BigInteger account) {
        return system.chain().world().balance(Address.of(Word.of(account))).toBigInteger();
    }

    private static List<List<BigInteger>> monitored(StepResult result, Trigger trigger) {
        List<List<BigInteger>> moves = new ArrayList<>();
        for (Scope<BigInteger, Boolean> match : result.matches(trigger)) {
            moves.add(trigger.bindings().stream()
                    .map(binding -> match.local(binding.variable()))
                    .toList());
        }
        return moves;
    }

    private List<List<BigInteger>> read(PathOutcome outcome, Trigger trigger, TermEvaluator evaluator) {
        SymbolicContext context = new SymbolicContext(terms.zero, terms.zero, terms.zero, terms.zero, terms.zero);
        SymbolicTransaction transaction = new SymbolicTransaction(
                Optional.of("payer"),
                new SymbolicTransaction.CallSymbols(terms.zero, i -> terms.zero, terms.zero),
                new SymbolicState(model.world(source), context, model::ghost),
                new SymbolicState(outcome.world(), context, model::ghost),
                outcome.conditions(),
                new Simplifier(terms, outcome.facts()),
                outcome.logs(),
                outcome.output());
        List<List<BigInteger>> moves = new ArrayList<>();
        for (SymbolicTransaction.Match match : transaction.matches(trigger, model)) {
            if (evaluator.truth(match.condition())) {
                moves.add(trigger.bindings().stream()
                        .map(binding -> evaluator.value(match.bindings().get(binding.variable())))
                        .toList());
            }
        }
        return moves;
    }
}
