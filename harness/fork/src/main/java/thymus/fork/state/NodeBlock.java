package thymus.fork.state;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import thymus.evm.primitive.Sha256;
import thymus.evm.primitive.Word;

/**
 * The block after which a node's state is taken.
 *
 * @param stateRoot of the block's header, against which proofs are checked
 * @param proved whether the header has the block's hash, which proves number, time and state root
 */
record NodeBlock(ForkPoint point, Word stateRoot, boolean proved) {
    private static final String PROVED = "proved";

    private static final int CHECKSUM_DIGITS = 16;

    /** The block as one line, with a checksum. */
    String text() {
        String body = point.chainId() + " " + point.number() + " " + point.timestamp() + " " + point.fingerprint() + " "
                + stateRoot.toBigInteger().toString(16) + (proved ? " " + PROVED : "");
        return body + " " + checksum(body) + "\n";
    }

    /** @return empty if the text is damaged */
    static Optional<NodeBlock> read(String text, String name) {
        String line = text.strip();
        int last = line.lastIndexOf(' ');
        if (last < 0 || !line.substring(last + 1).equals(checksum(line.substring(0, last)))) {
            return Optional.empty();
        }
        String[] words = line.split(" ");
        return Optional.of(new NodeBlock(
                new ForkPoint(
                        Long.parseLong(words[0]),
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        words[3],
                        ForkPoint.Source.NODE,
                        name),
                Word.parse(words[4]),
                words[5].equals(PROVED)));
    }

    private static String checksum(String body) {
        return Sha256.hex(body.getBytes(StandardCharsets.UTF_8)).substring(0, CHECKSUM_DIGITS);
    }
}
