package thymus.system.replay;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.Selector;
import thymus.contracts.artifact.Artifact;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.DeployedSystem;

/** The decimals of a system's tokens, as their views {@code decimals()} give them (ERC-20). */
final class TokenDecimals {
    /** 10 to this power is the largest that fits a word. */
    private static final BigInteger MOST = BigInteger.valueOf(77);

    private final Map<Address, Integer> own = new HashMap<>();
    private final OptionalInt common;

    private TokenDecimals(DeployedSystem system) {
        for (Address account : system.accounts().all()) {
            system.artifactAt(account).flatMap(TokenDecimals::view).ifPresent(view -> ask(system, account, view));
        }
        Set<Integer> different = new HashSet<>(own.values());
        common = different.size() == 1 ? OptionalInt.of(different.iterator().next()) : OptionalInt.empty();
    }

    /** Asks the contracts in the state that the system is in, which is left as it was. */
    static TokenDecimals of(DeployedSystem system) {
        return new TokenDecimals(system);
    }

    /** Those of the contract, or of all tokens where they have the same. */
    OptionalInt at(Address account) {
        Integer decimals = own.get(account);
        return decimals == null ? common : OptionalInt.of(decimals);
    }

    private static Optional<FunctionModel> view(Artifact artifact) {
        return artifact.model().functions().stream()
                .filter(f -> f.name().equals("decimals") && f.inputs().isEmpty())
                .filter(f -> f.outputs().size() == 1 && f.outputs().getFirst().type() instanceof AbiType.UInt)
                .findFirst();
    }

    private void ask(DeployedSystem system, Address account, FunctionModel view) {
        Receipt receipt = system.chain()
                .simulate(new LocalChain.Call(
                        DeployedSystem.OBSERVER,
                        Optional.of(account),
                        Word.ZERO,
                        Selector.callData(view, List.of()),
                        DeployedSystem.GAS));
        if (receipt.ok() && receipt.output().length == AbiWord.SIZE) {
            BigInteger decimals = new BigInteger(1, receipt.output());
            if (decimals.signum() > 0 && decimals.compareTo(MOST) <= 0) {
                own.put(account, decimals.intValueExact());
            }
        }
    }
}
