package thymus.system.crosscheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import thymus.evm.HarnessException;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.evm.state.World;
import thymus.fork.rpc.Hex;
import thymus.system.execution.AttackerContract;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.StepResult;

/**
 * Executes several steps of an attacker's contract as one transaction of its owner. The steps were executed one at a
 * time before.
 *
 * @param steps all steps of one transaction, which were executed last
 */
public record WholeTransaction(DeployedSystem system, List<StepResult> steps) {
    /** The effects of the transaction. */
    private record Done(List<InnerCall> calls, List<Log> logs, SortedMap<StateEntry, String> state) {}

    public WholeTransaction {
        steps = List.copyOf(steps);
    }

    /** Renders the range of step numbers of a transaction. */
    public static String where(int first, int last) {
        return first == last ? "step " + first : "steps " + first + " to " + last;
    }

    public Address contract() {
        return steps.getFirst().sender();
    }

    /** The input of the transaction. */
    public byte[] input() {
        return AttackerContract.input(AttackerContract.calls(steps));
    }

    /** The world's snapshot before the transaction. */
    int before() {
        return steps.getFirst().before();
    }

    /** All calls that the contract attempts. */
    List<InnerCall> calls() {
        return calls(steps);
    }

    private static List<InnerCall> calls(List<StepResult> steps) {
        return steps.stream()
                .map(step -> new InnerCall(step.receipt().ok(), step.receipt().output()))
                .toList();
    }

    List<Log> logs() {
        return steps.stream().flatMap(step -> step.receipt().logs().stream()).toList();
    }

    /** The receipt in our EVM. The contract itself never fails. */
    Receipt receipt() {
        long gas = steps.stream().mapToLong(step -> step.receipt().gasUsed()).sum();
        return new Receipt(true, new byte[0], Math.max(1, gas), logs(), Optional.empty(), Optional.empty());
    }

    /**
     * Executes the calls through the contract in the state before the first of them, and rolls back.
     *
     * @throws HarnessException if any effect differs from that of the single steps
     */
    public void requireSame(String where) {
        if (system.specification().chains().areSeveral()) {
            return; // the books of relays are written between the calls, and not within one transaction
        }
        Done whole = run();
        World world = system.chain().world();
        // A call without enough ether starts no frame, so the tracer does not see it.
        List<InnerCall> made = calls(steps.stream().filter(StepResult::isMade).toList());
        difference(whole, new Done(made, logs(), StateEntry.all(world))).ifPresent(what -> {
            throw new HarnessException(where + ", made by the attacker's contract in one transaction: " + what
                    + " other than when the calls are made one at a time; please report this with the replay "
                    + "file. Contracts that look at the gas they have left, or destroy themselves between "
                    + "two calls, can tell");
        });
    }

    private Done run() {
        LocalChain chain = system.chain();
        BlockContext block = chain.block();
        Watcher watcher = new Watcher();
        return chain.world().visit(before(), () -> {
            chain.setClock(block.timestamp(), block.number());
            chain.setTracer(watcher);
            try {
                Receipt receipt = chain.send(new LocalChain.Call(
                        AttackerContract.OWNER, Optional.of(contract()), Word.ZERO, input(), DeployedSystem.GAS));
                return new Done(watcher.calls, receipt.logs(), StateEntry.all(chain.world()));
            } finally {
                chain.setTracer(Tracer.NONE);
            }
        });
    }

    private Optional<String> difference(Done whole, Done single) {
        if (whole.calls().size() != single.calls().size()) {
            return Optional.of("the number of calls is");
        }
        for (int i = 0; i < single.calls().size(); i++) {
            InnerCall one = single.calls().get(i);
            InnerCall other = whole.calls().get(i);
            if (one.ok() != other.ok() || !Arrays.equals(one.output(), other.output())) {
                return Optional.of("what comes of call " + (i + 1) + " is");
            }
        }
        if (whole.logs().size() != single.logs().size()) {
            return Optional.of("the number of events is");
        }
        for (int i = 0; i < single.logs().size(); i++) {
            if (!Observation.same(single.logs().get(i), whole.logs().get(i))) {
                return Optional.of("event " + (i + 1) + " is");
            }
        }
        SortedMap<StateEntry, String> changes = StateEntry.changes(whole.state(), single.state());
        return changes.isEmpty() ? Optional.empty() : Optional.of(text(changes.firstKey()) + " is");
    }

    private String text(StateEntry cell) {
        return cell.kind().name().toLowerCase(Locale.ROOT) + " " + Hex.quantity(cell.slot()) + " of "
                + system.accounts().text(cell.account().word().toBigInteger());
    }

    /** Records the results of the contract's own calls. */
    private static final class Watcher implements Tracer {
        private final List<InnerCall> calls = new ArrayList<>();

        @Override
        public void onReturn(Message message, byte[] output, long gasLeft, Optional<String> haltReason) {
            if (message.depth() == 1) {
                calls.add(new InnerCall(haltReason.isEmpty(), output));
            }
        }
    }
}
