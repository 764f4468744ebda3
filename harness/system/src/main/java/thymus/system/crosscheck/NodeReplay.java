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
 * Sends a recording to a node and stops at the first difference; where there is none, compares the views at the end.
 *
 * <p>Each transaction is mined in a block of its own, with the number and time that it has with us. Where several share a
 * number, which blocks of a node cannot, the node goes back before that block, is given the changes that its own EVM
 * made, and mines the number again. So every transaction is seen alone, and no block is ever too full.
 */
public final class NodeReplay {
    /** A node is brought to a block this near by mining, to one further away by starting it there. */
    private static final long NEAR = 64;

    private final Recording recording;
    private final NodeSource source;
    /** All that the node has, by what it was given and what it says that it changed. */
    private final Map<StateEntry, String> state = new HashMap<>();

    private Optional<Position> position = Optional.empty();

    /** A node, the number of its last block, and what it takes to have that block undone but for its changes. */
    private record Position(AnvilNode node, long head, JsonNode before, Map<StateEntry, String> changes) {}

    private NodeReplay(Recording recording, NodeSource source) {
        this.recording = recording;
        this.source = source;
    }

    /** Never throws for what a node does or lacks: then the opinion is silent, and says why. */
    public static CrossCheckResult run(Recording recording, NodeSource source) {
        try {
            return insist(recording, source);
        } catch (RpcException | IndependentException e) {
            return new CrossCheckResult.Silent(e.getMessage());
        }
    }

    /**
     * As {@link #run}, for who asked for this very node.
     *
     * @throws HarnessException if it cannot be replayed there
     */
    public static CrossCheckResult insist(Recording recording, NodeSource source) {
        NodeReplay replay = new NodeReplay(recording, source);
        return recording.transactions().isEmpty() ? replay.look() : replay.replay();
    }

    /** A fork that nothing is sent to: what its contracts say of themselves is all that can be compared. */
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
                // After a transaction that was refused, the node's last block is an earlier one.
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

    /** A node that mines the transaction's block next, and has the state from before it. */
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

    /** What somebody else left there would look like a difference. */
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
