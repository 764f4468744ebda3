package thymus.fork.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Word;
import thymus.fork.rpc.Hex;
import thymus.fork.rpc.JsonResponse;
import thymus.fork.rpc.Rpc;
import thymus.spec.text.NumberText;
import tools.jackson.databind.JsonNode;

/**
 * Proves the hashes of earlier blocks. Each header must have the hash that its child names as parent, and the fork's
 * block is known.
 */
final class HeaderChain {
    private final Rpc node;
    private final ForkPoint point;

    HeaderChain(Rpc node, ForkPoint point) {
        this.node = node;
        this.point = point;
    }

    /**
     * The hash of each block from a number up to the fork.
     *
     * @param number of a block before the fork's; contracts see the hashes of 256 at most
     * @throws ForkException if a header is missing or does not have the hash that its child names
     */
    List<Fact> hashesDownTo(long number) {
        List<Long> numbers = LongStream.range(number, point.number())
                .map(n -> point.number() + number - n)
                .boxed()
                .toList();
        // web3j's EthBlock lacks fields from which a header's hash is computed.
        List<JsonNode> answers = node.batch(numbers.stream()
                .map(n -> node.request(JsonResponse.class, "eth_getBlockByNumber", Hex.quantity(n), false))
                .toList());
        List<Fact> hashes = new ArrayList<>();
        Word expected = Word.parse(point.fingerprint());
        for (int i = 0; i < numbers.size(); i++) {
            long at = numbers.get(i);
            BlockHeader header = header(at, answers.get(i));
            if (!header.hash().isEqual(expected)) {
                throw new ForkException(node.name() + ": the header of block " + NumberText.digits(at)
                        + " does not have the hash " + Hex.data(expected) + " that "
                        + (at == point.number() ? "the fork's block" : "the block after it names")
                        + (at == point.number() ? " has" : "") + ": do not trust this node");
            }
            expected = header.parentHash();
            hashes.add(new Fact.OfBlock(at - 1, expected, true));
        }
        return hashes;
    }

    private BlockHeader header(long number, JsonNode answer) {
        if (answer.isNull()) {
            throw new ForkException(node.name() + ": the node does not have block " + NumberText.digits(number)
                    + ", which has to prove the hash of an earlier one");
        }
        JsonPlace json = new JsonPlace(
                Path.of("eth_getBlockByNumber"),
                "",
                answer,
                message -> new ForkException(node.name() + ": " + message));
        return BlockHeader.read(json.object());
    }
}
