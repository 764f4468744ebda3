package thymus.system.crosscheck;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.evm.HarnessException;
import thymus.evm.interpreter.BlockContext;
import thymus.fork.rpc.RpcException;
import thymus.system.execution.DeployedSystem;
import tools.jackson.databind.JsonNode;

/**
 * Replays a recording on a node and stops at the first difference. If there is none, it compares the views at the end.
 *
 * <p>Each transaction is mined in its own block, with the same number and timestamp as ours. Blocks of a node cannot
 * share a number. For a second transaction with the same number, the node reverts to before that block. It then applies
 * the changes of its own EVM and mines the number again. Each transaction is therefore compared alone, and no block is
 * too full.
 */
public final class NodeReplay {
    /** A node mines empty blocks up to this distance. For a greater one, a new node starts at the block. */
    private static final long NEAR = 64;

    private final Recording recording;
    private final NodeSource source;
    /** The whole state of the node: the values that we set and the changes that it reported. */
    private final Map<StateEntry, String> state = new HashMap<>();

    private Optional<Position> position = Optional.empty();

    /** A node, the number of its last block, and the data to undo that block except for its changes. */
    private record Position(AnvilNode node, long head, JsonNode before, Map<StateEntry, String> changes) {}

    private NodeReplay(Recording recording, NodeSource source) {
        this.recording = recording;
        this.source = source;
    }

    /**
     * Replays the recording. A failure of the node gives {@link CrossCheckResult.Silent} with the reason, not an
     * exception.
     */
    public static CrossCheckResult run(Recording recording, NodeSource source) {
        try {
            return insist(recording, source);
        } catch (RpcException | IndependentException e) {
            return new CrossCheckResult.Silent(e.getMessage());
        }
    }

    /**
     * Like {@link #run}, for a node that the user named.
     *
     * @throws HarnessException if the recording cannot be replayed there
     */
    public static CrossCheckResult insist(Recording recording, NodeSource source) {
        NodeReplay replay = new NodeReplay(recording, source);
        return recording.transactions().isEmpty() ? replay.look() : replay.replay();
    }

    /** Compares the views of a fork without transactions. */
    private CrossCheckResult look() {
        DeployedSystem system = recording.system();
        ViewComparison views = new ViewComparison(system);
        if (views.areNone()) {
            throw new IndependentException("there is no transaction to replay, and no view to compare");
        }
        Map<StateEntry, String> given = StateEntry.all(system.chain().world());
        BlockContext block = system.chain().block();
        AnvilNode node = source.before(block);
        requireUnused(node, given.keySet());
        node.set(given);
        node.mineEmpty(block);
        return opinion(node.name(), views.compare(node, "setup"));
    }

    private static CrossCheckResult opinion(String node, Optional<Difference> difference) {
        return difference
                .<CrossCheckResult>map(found -> new CrossCheckResult.Differs(node, found))
                .orElseGet(() -> new CrossCheckResult.Confirmed(node));
    }

    private CrossCheckResult replay() {
        for (RecordedTransaction transaction : recording.transactions()) {
            AnvilNode node = nodeFor(transaction);
            Optional<Difference> difference = compare(node, transaction);
            if (difference.isPresent()) {
                Optional<String> excuse = NonReproducibleOperations.instruction(recording, transaction);
                return excuse.isPresent()
                        ? new CrossCheckResult.Silent(transaction.where() + " executes " + excuse.get()
                                + ", whose result a node chooses for itself; " + difference.get())
                        : new CrossCheckResult.Differs(node.name(), difference.get());
            }
        }
        return opinion(position.orElseThrow().node().name(), views());
    }

    private Optional<Difference> views() {
        DeployedSystem system = recording.system();
        return position
                // A refused transaction leaves the node's last block at the previous number.
                .filter(last -> last.head() == system.chain().number())
                .flatMap(last -> new ViewComparison(system)
                        .compare(last.node(), recording.transactions().getLast().where()));
    }

    private Optional<Difference> compare(AnvilNode node, RecordedTransaction transaction) {
        JsonNode before = node.snapshot();
        give(node, transaction.given());
        Observation seen = node.run(transaction);
        Map<StateEntry, String> changes = new HashMap<>(transaction.given());
        long head = transaction.block().number() - 1;
        if (seen instanceof Observation.Mined mined) {
            changes.putAll(mined.changes());
            state.putAll(mined.changes());
            head++;
        }
        position = Optional.of(new Position(node, head, before, changes));
        return new Comparison(transaction, recording.system().accounts()).with(seen);
    }

    /** A node that has the state before the transaction and mines its block next. */
    private AnvilNode nodeFor(RecordedTransaction transaction) {
        long number = transaction.block().number();
        if (position.isPresent() && number - position.get().head() <= NEAR) {
            Position last = position.get();
            if (last.head() == number) {
                last.node().revert(last.before());
                last.node().set(last.changes());
            } else if (last.head() < number - 1) {
                last.node().mineEmpty(number - 1 - last.head());
            }
            return last.node();
        }
        AnvilNode node = source.before(transaction.block());
        if (position.isEmpty()) {
            requireUnused(
                    node,
                    recording.transactions().stream()
                            .flatMap(t -> t.changes().keySet().stream())
                            .toList());
        }
        node.set(state);
        return node;
    }

    /** Refuses a node whose state contains our accounts already, because it would look like a difference. */
    private void requireUnused(AnvilNode node, Collection<StateEntry> cells) {
        node.used(cells.stream().map(StateEntry::account).distinct().toList()).ifPresent(account -> {
            String name = recording.system().accounts().text(account.word().toBigInteger());
            throw new IndependentException(node.url() + " has an account " + account + " already, which is to be "
                    + name + "; use a node where nothing is, or say `--on anvil`");
        });
    }

    private void give(AnvilNode node, Map<StateEntry, String> given) {
        node.set(given);
        state.putAll(given);
    }
}
