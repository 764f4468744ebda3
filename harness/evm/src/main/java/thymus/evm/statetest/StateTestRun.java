package thymus.evm.statetest;

import java.util.List;
import thymus.evm.chain.InvalidTransactionException;
import thymus.evm.chain.TransactionProcessor;
import thymus.evm.interpreter.MemoryLimitException;
import thymus.evm.interpreter.Tiers;
import thymus.evm.precompile.UnsupportedPrecompileException;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.evm.state.World;

/** Runs one test and judges the outcome. */
final class StateTestRun {
    private StateTestRun() {}

    static TestResult judge(StateTest test, Tiers tiers) {
        World world = new World();
        test.before().forEach((address, account) -> put(world, address, account));
        List<Log> logs = List.of();
        boolean rejected = test.transaction().isEmpty();
        String why = "a field is too large for a transaction";
        if (!rejected) {
            try {
                logs = new TransactionProcessor(world, test.fork(), tiers)
                        .process(test.transaction().get(), test.block())
                        .logs();
            } catch (InvalidTransactionException invalid) {
                rejected = true;
                why = invalid.getMessage();
            } catch (MemoryLimitException limit) {
                return new TestResult.Skipped("more memory than the machine grants");
            } catch (UnsupportedPrecompileException missing) {
                return new TestResult.Skipped("precompile " + missing.precompile() + " cannot be run");
            }
        }
        if (rejected != test.expected().rejection().isPresent()) {
            return new TestResult.Failed(
                    rejected
                            ? "the transaction was rejected: " + why
                            : "the transaction was not rejected, but must be for "
                                    + test.expected().rejection().get());
        }
        return compare(test, world, logs);
    }

    private static TestResult compare(StateTest test, World world, List<Log> logs) {
        List<String> differences = test.expected()
                .accounts()
                .map(accounts -> StateComparison.differences(world, accounts))
                .orElse(List.of());
        if (!differences.isEmpty()) {
            return new TestResult.Failed(String.join("; ", differences.subList(0, Math.min(4, differences.size()))));
        }
        Word root = StateRoot.of(world);
        if (!root.isEqual(test.expected().stateRoot())) {
            return new TestResult.Failed(
                    "the state has root " + root + ", not " + test.expected().stateRoot());
        }
        Word hash = LogsHash.of(logs);
        return hash.isEqual(test.expected().logsHash())
                ? new TestResult.Passed()
                : new TestResult.Failed("the logs have hash " + hash + ", not "
                        + test.expected().logsHash());
    }

    static void put(World world, Address address, StateTest.AccountState account) {
        world.setBalance(address, account.balance());
        world.setNonce(address, account.nonce());
        world.setCode(address, account.code());
        account.storage().forEach((key, value) -> world.setStorage(address, key, value));
    }
}
