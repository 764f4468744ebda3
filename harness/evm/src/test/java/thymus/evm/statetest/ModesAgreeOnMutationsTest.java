package thymus.evm.statetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmException;
import thymus.evm.chain.InvalidTransactionException;
import thymus.evm.chain.Transaction;
import thymus.evm.chain.TransactionProcessor;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tiers;
import thymus.evm.jit.ExecutionMode;
import thymus.evm.primitive.Address;
import thymus.evm.state.World;

/**
 * Official state tests with bytes of their codes and inputs changed: whatever comes of it, comes of it in both modes.
 */
@Tag("integration")
class ModesAgreeOnMutationsTest {
    private static final int EVERY = 12;

    private int seen;
    private int compared;

    @Test
    void onMutatedStateTests() {
        Packs.visit(OfficialPacks.require("statetests-osaka"), (name, content) -> {
            for (StateTest test : StateTestReader.read(name, content, fork -> {})) {
                if (seen++ % EVERY == 0 && test.transaction().isPresent()) {
                    compare(test, new Random(seen));
                }
            }
        });
        assertTrue(compared > 500, "only " + compared);
    }

    private void compare(StateTest test, Random random) {
        Map<Address, StateTest.AccountState> before = new HashMap<>();
        test.before()
                .forEach((address, account) -> before.put(
                        address,
                        new StateTest.AccountState(
                                account.balance(),
                                account.nonce(),
                                Bytecode.of(mutate(account.code().toBytes(), random)),
                                account.storage())));
        Transaction t = test.transaction().orElseThrow();
        Transaction mutated = new Transaction(
                t.sender(),
                t.to(),
                t.value(),
                mutate(t.data(), random),
                t.gasLimit(),
                t.nonce(),
                t.fees(),
                t.accessList(),
                t.blobHashes(),
                t.authorizations());
        StateTest changed =
                new StateTest(test.name(), test.fork(), before, test.block(), Optional.of(mutated), test.expected());
        assertEquals(run(changed, Tiers.INTERPRETED), run(changed, ExecutionMode.COMPILED.tiers()), test.name());
        compared++;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        for (int i = 0; i < (bytes.length == 0 ? 0 : random.nextInt(3)); i++) {
            mutated[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return mutated;
    }

    /** All that anybody can see, in words. */
    private static List<String> run(StateTest test, Tiers tiers) {
        World world = new World();
        test.before().forEach((address, account) -> StateTestRun.put(world, address, account));
        List<String> seen = new ArrayList<>();
        try {
            Receipt receipt = new TransactionProcessor(world, test.fork(), tiers)
                    .process(test.transaction().orElseThrow(), test.block());
            seen.add(receipt.ok() + " " + receipt.gasUsed() + " "
                    + HexFormat.of().formatHex(receipt.output()));
            seen.add(LogsHash.of(receipt.logs()).toString());
        } catch (InvalidTransactionException | EvmException e) {
            seen.add(e.getMessage());
        }
        seen.add(StateRoot.of(world).toString());
        return seen;
    }
}
