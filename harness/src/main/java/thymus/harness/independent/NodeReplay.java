package thymus.harness.independent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.harness.HarnessException;
import thymus.harness.rpc.RpcException;
import thymus.harness.system.DeployedSystem;
import thymus.harness.world.Address;

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
    private final Map<Cell, String> state = new HashMap<>();

    private Optional<Position> position = Optional.empty();

    /** A node, the number of its last block, and what it takes to have that block undone but for its changes. */
    private record Position(AnvilNode node, long head, JsonNode before, Map<Cell, String> changes) {}

    private NodeReplay(Recording recording, NodeSource source) {
        this.recording = recording;
        this.source = source;
    }

    /** Never throws for what a node does or lacks: then the opinion is silent, and says why. */
    public static Opinion run(Recording recording, NodeSource source) {
        try {
            return insist(recording, source);
        } catch (RpcException | IndependentException e) {
            return new Opinion.Silent(e.getMessage());
        }
    }

    /**
     * As {@link #run}, for who asked for this very node.
     *
     * @throws HarnessException if it cannot be replayed there
     */
    public static Opinion insist(Recording recording, NodeSource source) {
        return new NodeReplay(recording, source).replay();
    }

    private Opinion replay() {
        for (RecordedTransaction transaction : recording.transactions()) {
            AnvilNode node = nodeFor(transaction);
            Optional<Difference> difference = compare(node, transaction);
            if (difference.isPresent()) {
                Optional<String> excuse = Unaligned.instruction(recording, transaction);
                return excuse.isPresent()
                        ? new Opinion.Silent(transaction.where() + " executes " + excuse.get()
                                + ", whose result a node chooses for itself; " + difference.get())
                        : new Opinion.Differs(node.name(), difference.get());
            }
        }
        String name = position.map(last -> last.node().name())
                .orElseThrow(() -> new IndependentException("there is no transaction to replay"));
        return views().<Opinion>map(difference -> new Opinion.Differs(name, difference))
                .orElseGet(() -> new Opinion.Confirmed(name));
    }

    private Optional<Difference> views() {
        DeployedSystem system = recording.system();
        return position
                // After a transaction that was refused, the node's last block is an earlier one.
                .filter(last -> last.head() == system.chain().number())
                .flatMap(last -> new Views(system).compare(last.node(), recording.transactions().getLast().where()));
    }

    private Optional<Difference> compare(AnvilNode node, RecordedTransaction transaction) {
        JsonNode before = node.snapshot();
        give(node, transaction.given());
        Observation seen = node.run(transaction);
        Map<Cell, String> changes = new HashMap<>(transaction.given());
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
            requireUnused(node);
        }
        node.set(state);
        return node;
    }

    /** What somebody else left there would look like a difference. */
    private void requireUnused(AnvilNode node) {
        List<Address> touched = recording.transactions().stream()
                .flatMap(transaction -> transaction.changes().keySet().stream())
                .map(Cell::account)
                .distinct()
                .toList();
        node.used(touched).ifPresent(account -> {
            String name = recording.system().accounts().text(account.word().toBigInteger());
            throw new IndependentException(node.url() + " has an account " + account + " already, which is to be " + name
                    + "; use a node where nothing is, or say `--on anvil`");
        });
    }

    private void give(AnvilNode node, Map<Cell, String> given) {
        node.set(given);
        state.putAll(given);
    }
}
