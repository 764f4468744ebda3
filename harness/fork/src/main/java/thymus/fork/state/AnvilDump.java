package thymus.fork.state;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.evm.chain.LocalChain;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Word;

/**
 * A dump of anvil 1.x: {@code accounts}, the current {@code block}, {@code best_block_number}, and all {@code blocks}
 * with their transactions. The chain id is taken from the transactions, because the dump has no field for it.
 */
final class AnvilDump {
    private static final int LARGEST_INPUT = 1 << 24;
    private static final int SELECTOR = 4;

    private final JsonPlace top;

    private AnvilDump(JsonPlace top) {
        this.top = top;
    }

    static ForkState read(JsonPlace top, String hash, Path file) {
        return new AnvilDump(top).state(hash, file);
    }

    private ForkState state(String hash, Path file) {
        Map<Word, BlockHeader> headers = new HashMap<>();
        for (JsonPlace block : blocks()) {
            BlockHeader header = BlockHeader.read(block.require("header").object());
            headers.put(header.hash(), header);
        }
        long number = top.get("best_block_number")
                .or(() -> top.require("block").get("number"))
                .map(Quantity::small)
                .orElseThrow(() -> top.error("neither \"best_block_number\" nor a number of \"block\" is there"));
        Optional<BlockHeader> last = headers.values().stream()
                .filter(header -> header.number() == number)
                .findFirst();
        long timestamp = last.map(BlockHeader::timestamp)
                .orElseGet(() -> Quantity.small(top.require("block").require("timestamp")));
        return new FileState(
                new ForkPoint(chain(), number, timestamp, hash, ForkPoint.Source.FILE, file.toString()),
                Allocation.read(top.require("accounts").object()),
                last.map(header -> ancestors(header, headers)).orElse(Map.of()),
                inputs());
    }

    /** An anvil that has loaded another one's dump has two first blocks, so ancestors are found by parent hash. */
    private static Map<Long, Word> ancestors(BlockHeader last, Map<Word, BlockHeader> headers) {
        Map<Long, Word> hashes = new HashMap<>();
        hashes.put(last.number(), last.hash());
        for (Optional<BlockHeader> at = Optional.of(last);
                at.isPresent() && at.get().number() > 0;
                at = Optional.ofNullable(headers.get(at.get().parentHash()))) {
            hashes.put(at.get().number() - 1, at.get().parentHash());
        }
        return hashes;
    }

    private List<JsonPlace> blocks() {
        return top.get("blocks").map(JsonPlace::elements).orElse(List.of());
    }

    private List<JsonPlace> transactions(JsonPlace block) {
        return block.get("transactions").map(JsonPlace::elements).orElse(List.of()).stream()
                .map(t -> t.get("transaction").orElse(t))
                .filter(JsonPlace::isObject)
                .toList();
    }

    private long chain() {
        for (JsonPlace block : blocks()) {
            for (JsonPlace transaction : transactions(block)) {
                Optional<JsonPlace> chain = transaction.get("chainId");
                if (chain.isPresent()) {
                    return Quantity.small(chain.get());
                }
            }
        }
        return LocalChain.CHAIN_ID;
    }

    /** The words of call data. A key that a transaction used came from its call data or is an account. */
    private Set<BigInteger> inputs() {
        Set<BigInteger> words = new LinkedHashSet<>();
        for (JsonPlace block : blocks()) {
            for (JsonPlace transaction : transactions(block)) {
                byte[] input = transaction
                        .get("input")
                        .map(data -> Quantity.bytes(data, LARGEST_INPUT))
                        .orElse(new byte[0]);
                for (int at = SELECTOR; at + 32 <= input.length; at += 32) {
                    words.add(new BigInteger(1, input, at, 32));
                }
            }
        }
        return words;
    }
}
