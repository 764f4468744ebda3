package thymus.corpus.independent;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.ci.engine.CheckTarget;
import thymus.contracts.abi.AbiValue;
import thymus.fixtures.Repository;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** The corpus's vault, as its specification sets it up. */
final class Vault {
    private Vault() {}

    static DeployedSystem deployed() {
        return CheckTarget.read(Repository.root().resolve("corpus/vault/Vault.inv"), Optional.empty())
                .deploy();
    }

    /** By alice, a minute later. */
    static Step withdraw(DeployedSystem vault, BigInteger amount) {
        FunctionModel function = vault.functions("vault").stream()
                .filter(f -> f.name().equals("withdraw"))
                .findFirst()
                .orElseThrow();
        StepCall call = new StepCall.FunctionCall(function, List.of(AbiValue.of(amount)));
        return new Step("alice", "vault", call, BigInteger.ZERO, 60, 1);
    }
}
