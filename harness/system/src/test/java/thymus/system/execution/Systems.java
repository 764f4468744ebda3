package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Fixtures;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;

/** Systems of the contract in Layout.sol, called {@code box}, by specifications in the test itself. */
public final class Systems {
    private static final String HEAD = """
            contract Layout = "Layout.sol:Layout";
            actor alice, bob;
            setup {
              box = new Layout(500) from alice;
            %s
            }
            """;

    private Systems() {}

    /** @param more declarations after setup */
    public static DeployedSystem of(String setup, String more) {
        ArtifactStore store = ArtifactStore.at(Fixtures.standard());
        Specification specification = SpecificationReader.read(HEAD.formatted(setup) + more, "box.inv", store);
        return DeployedSystem.deploy(specification, store);
    }

    public static DeployedSystem plain() {
        return of("", "");
    }

    /** A system whose only property is an invariant of this condition. */
    static DeployedSystem claiming(String condition) {
        return of("", "invariant claim: " + condition + ";");
    }

    public static Property property(DeployedSystem system, String name) {
        return system.specification().properties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Expr claim(DeployedSystem system) {
        return property(system, "claim").condition();
    }

    static boolean holds(DeployedSystem system, Scope<BigInteger, Boolean> scope) {
        return Evaluator.truth(claim(system), scope);
    }

    public static FunctionModel function(DeployedSystem system, String name) {
        return system.functions("box").stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static Step step(DeployedSystem system, String sender, String function, AbiValue... arguments) {
        return later(0, system, sender, function, arguments);
    }

    public static Step later(
            long seconds, DeployedSystem system, String sender, String function, AbiValue... arguments) {
        StepCall call = new StepCall.FunctionCall(function(system, function), List.of(arguments));
        return new Step(sender, "box", call, BigInteger.ZERO, seconds, seconds == 0 ? 0 : 1);
    }

    static Step paying(long wei, Step step) {
        return new Step(
                step.sender(), step.target(), step.call(), BigInteger.valueOf(wei), step.seconds(), step.blocks());
    }

    static AbiValue account(DeployedSystem system, String name) {
        return AbiValue.of(Convert.number(system.addressOf(name)));
    }

    static Optional<String> failure(StepResult settled) {
        return settled.failure();
    }
}
