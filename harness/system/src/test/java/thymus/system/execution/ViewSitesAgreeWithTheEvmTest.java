package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.CallLayout;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Word;
import thymus.fixtures.Repository;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.Evaluator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;

/**
 * What properties read through views, in states of real contracts that random transactions lead to: however often it
 * was asked, whatever is remembered, and after whichever rollback, it is what the EVM says.
 */
class ViewSitesAgreeWithTheEvmTest {
    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);
    private static final int STEPS = 1_500;

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault/Vault.inv",
                "bench/Vault.inv",
                "vault/broken/DoubleCredit.inv",
                "vault/broken/GlobalQuarantine.inv"
            })
    void inEveryStateOfACampaign(String file) {
        Path path = Repository.at("corpus").resolve(file);
        ArtifactStore store = ArtifactStore.beside(path);
        Specification specification = SpecificationReader.read(path, store);
        DeployedSystem system = DeployedSystem.deploy(specification, store);
        List<Expr.ViewCall> views = specification.properties().stream()
                .flatMap(property -> Walk.all(property.condition()))
                .filter(e -> e instanceof Expr.ViewCall && Walk.all(e).noneMatch(Expr.Local.class::isInstance))
                .map(Expr.ViewCall.class::cast)
                .toList();
        assertTrue(!views.isEmpty());
        List<AdversaryUniverse.Target> targets = new AdversaryUniverse(system).targets();
        int afterSetup = system.snapshot();
        int succeeded = 0;
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(25) == 0) {
                system.rollback(afterSetup);
            }
            Step step = step(system, targets);
            int mark = system.chain().snapshot();
            system.chain().advance(step.seconds(), step.blocks());
            List<BigInteger> before = values(system, views);
            system.chain().rollback(mark);
            succeeded += system.execute(step).receipt().ok() ? 1 : 0;
            List<BigInteger> expected = values(system, views);
            for (int v = 0; v < views.size(); v++) {
                Expr.ViewCall view = views.get(v);
                assertEquals(expected.get(v), Evaluator.integer(view, system.state()), view::toString);
                assertEquals(
                        before.get(v), Evaluator.integer(view, system.state().previous()), view::toString);
            }
        }
        assertTrue(succeeded > STEPS / 20, "only " + succeeded + " transactions succeeded");
    }

    /** By simulation, each time. */
    private static List<BigInteger> values(DeployedSystem system, List<Expr.ViewCall> views) {
        return views.stream()
                .map(view -> {
                    List<BigInteger> arguments = view.arguments().stream()
                            .map(argument -> Evaluator.integer(argument, system.state()))
                            .toList();
                    CallLayout layout = system.layouts().of(view.function());
                    byte[] data = WordArguments.callData(layout, view.function(), view.arguments(), arguments);
                    Receipt receipt = system.chain()
                            .simulate(new LocalChain.Call(
                                    DeployedSystem.OBSERVER,
                                    Optional.of(system.addressOf(view.contract())),
                                    Word.ZERO,
                                    data,
                                    DeployedSystem.GAS));
                    return layout.result(view.word(), receipt.output());
                })
                .toList();
    }

    private Step step(DeployedSystem system, List<AdversaryUniverse.Target> targets) {
        AdversaryUniverse.Target target = targets.get(random.nextInt(targets.size()));
        FunctionModel function = target.function();
        List<AbiValue> arguments = new ArrayList<>();
        function.inputs()
                .forEach(input ->
                        arguments.add(AbiValue.of(argument(system, input.type().canonicalName()))));
        List<String> actors = system.specification().actors();
        return new Step(
                actors.get(random.nextInt(actors.size())),
                target.instance(),
                new StepCall.FunctionCall(function, arguments),
                BigInteger.ZERO,
                random.nextInt(3) == 0 ? 0 : random.nextInt(5_000),
                1);
    }

    private BigInteger argument(DeployedSystem system, String type) {
        if (type.equals("address")) {
            List<String> actors = system.specification().actors();
            return Convert.number(system.addressOf(actors.get(random.nextInt(actors.size()))));
        }
        return type.equals("bool")
                ? BigInteger.valueOf(random.nextInt(2))
                : TOKEN.multiply(BigInteger.valueOf(random.nextInt(4_000))).shiftRight(random.nextInt(70));
    }
}
