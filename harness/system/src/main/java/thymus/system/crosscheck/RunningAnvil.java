package thymus.system.crosscheck;

import java.util.Optional;
import thymus.evm.interpreter.BlockContext;
import thymus.fork.rpc.Rpc;
import thymus.fork.rpc.RpcOptions;
import thymus.spec.text.NumberText;
import tools.jackson.databind.JsonNode;

/** An anvil node that the user started. Its state is restored at the end. */
public final class RunningAnvil implements NodeSource {
    /** The cost of a block grows with their number; this many take a few seconds. */
    private static final long MOST_EMPTY_BLOCKS = 1000;

    private final Rpc rpc;
    private Optional<Guest> guest = Optional.empty();

    /** The original state of the node. */
    private record Guest(AnvilNode node, JsonNode snapshot, boolean mined) {}

    /** @throws thymus.fork.rpc.RpcException if the URL is malformed */
    public RunningAnvil(String url) {
        // A repeated request could send a transaction twice.
        rpc = Rpc.at(url, RpcOptions.STANDARD.withAttempts(1));
    }

    @Override
    public AnvilNode before(BlockContext block) {
        if (guest.isEmpty()) {
            AnvilNode node = AnvilNode.at(rpc);
            requireFitting(node, block);
            guest = Optional.of(new Guest(node, node.snapshot(), node.mines()));
            node.mineByItself(false);
        }
        AnvilNode node = guest.get().node();
        long gap = block.number() - 1 - node.head();
        if (gap > MOST_EMPTY_BLOCKS) {
            throw new IndependentException("the sequence passes over " + NumberText.count(gap, "block")
                    + ", which takes a running anvil too long; say `--on anvil`, which starts one where they are");
        }
        if (gap > 0) {
            node.mineEmpty(gap);
        }
        return node;
    }

    private static void requireFitting(AnvilNode node, BlockContext block) {
        long head = node.head();
        boolean fits = node.chainId() == block.chainId().toLong()
                && head < block.number()
                && block.number() - 1 - head <= MOST_EMPTY_BLOCKS
                && node.time() <= block.timestamp()
                && node.gasLimit() == block.gasLimit()
                && node.hardfork().equalsIgnoreCase(AnvilCommand.HARDFORK);
        if (!fits) {
            throw new IndependentException(node.url() + " is at block " + head + ", time " + node.time() + ", chain "
                    + node.chainId() + ", gas limit " + node.gasLimit() + ", hardfork " + node.hardfork()
                    + ", where the sequence cannot be replayed; "
                    + "say `--on anvil`, or start it with: anvil " + String.join(" ", AnvilCommand.arguments(block)));
        }
    }

    @Override
    public void close() {
        guest.ifPresent(found -> {
            found.node().revert(found.snapshot());
            found.node().mineByItself(found.mined());
        });
        guest = Optional.empty();
    }
}
