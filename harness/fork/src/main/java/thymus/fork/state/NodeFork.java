package thymus.fork.state;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthBlockNumber;
import org.web3j.protocol.core.methods.response.EthChainId;
import thymus.evm.json.JsonPlace;
import thymus.fork.rpc.Hex;
import thymus.fork.rpc.JsonResponse;
import thymus.fork.rpc.Rpc;
import thymus.fork.rpc.RpcUnreachableException;
import thymus.spec.text.NumberText;
import tools.jackson.databind.JsonNode;

/** Opens the fork after a block of a node. */
final class NodeFork {
    private final String url;
    private final Rpc rpc;
    private final Forks.Settings settings;
    private final CacheFolder cache;

    NodeFork(String url, Forks.Settings settings) {
        this.url = url;
        this.rpc = new TimedRpc(Rpc.at(url), settings.deadline());
        this.settings = settings;
        this.cache = new CacheFolder(settings.cache());
    }

    /** @param number empty for the latest block */
    ForkState open(Optional<BigInteger> number) {
        NodeBlock block = block(number);
        return new NodeState(block, cache, settings, Optional.of(rpc));
    }

    private NodeBlock block(Optional<BigInteger> number) {
        Optional<NodeBlock> known = number.filter(n -> n.bitLength() < 63)
                .flatMap(n -> cache.block(url, n.longValue(), rpc.name()))
                .filter(b -> b.proved() || !settings.verifying());
        if (settings.offline()) {
            return known.orElseThrow(() -> new ForkException(rpc.name() + ": "
                    + number.map(n -> "block " + NumberText.digits(n)).orElse("the latest block")
                    + " is not in " + settings.cache()
                    + (settings.verifying() ? " with a header that proves it" : "")
                    + ", and --offline forbids to ask the node"));
        }
        try {
            NodeBlock block = ask(number);
            cache.remember(url, block);
            return block;
        } catch (RpcUnreachableException e) {
            if (known.isEmpty()) {
                throw e;
            }
            settings.notes()
                    .accept(e.getMessage() + "; going on with what is known of "
                            + known.get().point().description());
            return known.get();
        }
    }

    private NodeBlock ask(Optional<BigInteger> number) {
        String wanted = number.map(Hex::quantity).orElse("latest");
        // web3j's EthBlock lacks fields from which a header's hash is computed.
        List<Object> answers = rpc.batch(List.<Request<?, ? extends Response<?>>>of(
                rpc.request(EthChainId.class, "eth_chainId"),
                rpc.request(JsonResponse.class, "eth_getBlockByNumber", wanted, false)));
        long chain = Hex.number((String) answers.get(0), rpc.name() + ": the chain id");
        JsonNode answer = (JsonNode) answers.get(1);
        if (answer.isNull()) {
            String last = rpc.call(rpc.request(EthBlockNumber.class, "eth_blockNumber"));
            long latest = Hex.number(last, rpc.name() + ": the latest block");
            throw new ForkException(rpc.name() + ": there is no block "
                    + number.map(NumberText::digits).orElse("at all") + " of chain " + chain + "; the latest is "
                    + NumberText.digits(latest));
        }
        JsonPlace json = new JsonPlace(
                Path.of("eth_getBlockByNumber"), "", answer, message -> new ForkException(rpc.name() + ": " + message));
        BlockHeader header = BlockHeader.read(json.object());
        if (number.isPresent() && !number.get().equals(BigInteger.valueOf(header.number()))) {
            throw new ForkException(rpc.name() + ": asked for block " + NumberText.digits(number.get())
                    + ", the node gives block " + NumberText.digits(header.number()));
        }
        String said = Hex.data(Hex.word(json.require("hash").node(), "the block's hash"));
        // Chains that differ from Ethereum have other headers, so the hash must match only if answers are verified.
        if (settings.verifying() && !said.equals(Hex.data(header.hash()))) {
            throw new ForkException(rpc.name() + ": the hash of block " + NumberText.digits(header.number())
                    + " is said to be " + said + ", but its header has " + Hex.data(header.hash())
                    + ": it proves nothing, do not trust this node");
        }
        NodeBlock block = new NodeBlock(
                new ForkPoint(
                        chain,
                        header.number(),
                        header.timestamp(),
                        said.substring(2),
                        ForkPoint.Source.NODE,
                        rpc.name()),
                header.stateRoot(),
                said.equals(Hex.data(header.hash())));
        if (settings.verifying()) {
            settings.notes()
                    .accept("that the chain has the id " + chain + " is what the node says: neither header nor state"
                            + " proves it; compare it with the block's hash");
        }
        if (number.isEmpty()) {
            settings.notes()
                    .accept("the latest block of " + rpc.name() + " is "
                            + NumberText.digits(block.point().number())
                            + "; name it to begin with the same state again");
        }
        return block;
    }
}
