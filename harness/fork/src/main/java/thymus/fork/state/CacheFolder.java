package thymus.fork.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.evm.primitive.Sha256;

/**
 * The cache of node answers: a folder for each state, {@code CHAIN/NUMBER-HASH}, and the block that a node had under a
 * number. Nodes are identified by a hash of their URL, because URLs may hold keys.
 */
record CacheFolder(Path root) {
    private static final String BLOCK = "block";
    private static final int DIGITS = 16;

    Path of(ForkPoint point) {
        return root.resolve(Long.toString(point.chainId()))
                .resolve(point.number() + "-" + point.fingerprint().substring(0, DIGITS));
    }

    /** The block that the node had under the number when it was last asked. */
    Optional<NodeBlock> block(String url, long number, String name) {
        return read(entry(url, number), name);
    }

    /** The block of a state that was used before, from any node. */
    Optional<NodeBlock> block(ForkPoint point) {
        return read(of(point).resolve(BLOCK), point.name())
                .filter(b -> b.point().isSameState(point));
    }

    void remember(String url, NodeBlock block) {
        try {
            ForkCache.writeWhole(entry(url, block.point().number()), block.text());
            ForkCache.writeWhole(of(block.point()).resolve(BLOCK), block.text());
        } catch (IOException e) {
            throw new ForkException(
                    root + ": what is known of the fork cannot be kept there: " + e
                            + "; name another folder with --out",
                    e);
        }
    }

    /** The folder of the most recently used other block of the chain, whose slots will probably be read again. */
    Optional<Path> neighbour(ForkPoint point) {
        Path own = of(point);
        try (Stream<Path> blocks = Files.list(own.getParent())) {
            List<Path> others =
                    blocks.filter(b -> !b.equals(own) && Files.isDirectory(b)).toList();
            return others.stream().max(Comparator.comparingLong(b -> b.toFile().lastModified()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The block whose state a folder holds. */
    Optional<NodeBlock> blockIn(Path folder) {
        return read(folder.resolve(BLOCK), folder.toString());
    }

    private Path entry(String url, long number) {
        String node = Sha256.hex(url.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
        return root.resolve("nodes").resolve(node).resolve(Long.toString(number));
    }

    private static Optional<NodeBlock> read(Path file, String name) {
        try {
            return Files.isRegularFile(file)
                    ? NodeBlock.read(Files.readString(file, StandardCharsets.ISO_8859_1), name)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
