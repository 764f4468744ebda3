package thymus.system.crosscheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.state.World;
import thymus.system.execution.AttackerContract;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entries;
import thymus.system.execution.ForcedEther;
import thymus.system.execution.SetupTransaction;
import thymus.system.execution.Step;
import thymus.system.execution.StepResult;

/**
 * All transactions of a sequence, including setup, with their results in our EVM.
 *
 * <p>Setup is replayed and not merely loaded as a state, because constructors are code too and the counterexample
 * depends on them.
 */
public record Recording(DeployedSystem system, List<RecordedTransaction> transactions) {
    public Recording {
        transactions = List.copyOf(transactions);
    }

    /**
     * Executes the steps and records them.
     *
     * @param system the system after setup; the steps are not rolled back
     */
    public static Recording of(DeployedSystem system, List<Step> steps) {
        return new Recorder(system).record(steps);
    }

    private static final class Recorder {
        private final DeployedSystem system;
        private final World world;
        private final List<Sent> sent = new ArrayList<>();

        private record Sent(
                String where,
                Address from,
                Optional<Address> to,
                BigInteger value,
                byte[] data,
                BlockContext block,
                Receipt receipt,
                int before,
                int after,
                List<InnerCall> calls) {}

        Recorder(DeployedSystem system) {
            this.system = system;
            this.world = system.chain().world();
        }

        Recording record(List<Step> steps) {
            setup();
            List<StepResult> open = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                open.add(system.execute(steps.get(i)));
                if (Entries.isLast(steps, i)) {
                    send(open, i + 1);
                    open.clear();
                }
            }
            if (system.fork().isPresent()) {
                // The world of a fork contains only what was read, and the node gets only what the world contains.
                new ViewComparison(system).read();
            }
            return new Recording(system, transactions());
        }

        /** @param last the number of the transaction's last step */
        private void send(List<StepResult> steps, int last) {
            StepResult first = steps.getFirst();
            if (!first.step().entry().isByContract()) {
                boolean isForced = first.step().isForced();
                sent.add(new Sent(
                        "step " + last,
                        first.sender(),
                        isForced ? Optional.empty() : Optional.of(first.target()),
                        first.step().value(),
                        isForced
                                ? ForcedEther.code(first.target())
                                : first.step().call().data(),
                        system.block(),
                        first.receipt(),
                        first.before(),
                        system.sent(),
                        List.of()));
                return;
            }
            WholeTransaction whole = new WholeTransaction(system, steps);
            String where = WholeTransaction.where(last - steps.size() + 1, last);
            whole.requireSame(where);
            sent.add(new Sent(
                    where,
                    AttackerContract.OWNER,
                    Optional.of(whole.contract()),
                    BigInteger.ZERO,
                    whole.input(),
                    system.chain().block(),
                    whole.receipt(),
                    whole.before(),
                    world.snapshot(),
                    whole.calls()));
        }

        private void setup() {
            List<SetupTransaction> setup = system.setup();
            for (int i = 0; i < setup.size(); i++) {
                SetupTransaction t = setup.get(i);
                sent.add(new Sent(
                        "setup, transaction " + (i + 1),
                        t.sender(),
                        t.to(),
                        t.value(),
                        t.data(),
                        system.chain().block(),
                        t.receipt(),
                        t.before(),
                        t.after(),
                        List.of()));
            }
        }

        /** Reads the states before and after each transaction. */
        private List<RecordedTransaction> transactions() {
            List<RecordedTransaction> transactions = new ArrayList<>();
            SortedMap<StateEntry, String> state = new TreeMap<>();
            for (Sent t : sent) {
                SortedMap<StateEntry, String> before = world.visit(t.before(), () -> StateEntry.all(world));
                SortedMap<StateEntry, String> after = world.visit(t.after(), () -> StateEntry.all(world));
                transactions.add(new RecordedTransaction(
                        t.where(),
                        t.from(),
                        t.to(),
                        t.value(),
                        t.data(),
                        t.block(),
                        t.receipt(),
                        t.before(),
                        StateEntry.changes(state, before),
                        StateEntry.changes(before, after),
                        t.calls()));
                state = after;
            }
            return transactions;
        }
    }
}
