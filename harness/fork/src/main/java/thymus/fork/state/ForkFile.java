package thymus.fork.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import thymus.evm.chain.LocalChain;
import thymus.evm.json.JsonFile;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Sha256;
import thymus.spec.text.NumberText;

/**
 * Reads the state of a chain from a file: a dump of anvil, a genesis file, or a plain map of accounts.
 *
 * <p>Anvil writes a dump as JSON ({@code --dump-state}). It answers {@code anvil_dumpState} with the gzip-compressed
 * JSON in hexadecimal digits. The digits alone, in quotes, or within the whole answer are accepted as well.
 */
public final class ForkFile {
    private static final int LARGEST_FILE = 200_000_000;
    private static final int LARGEST_UNPACKED = 200_000_000;
    /** The block number for a plain map, which has no clock; that of local chains. */
    private static final long USUAL_BLOCK = 20_000_000;

    private static final long USUAL_TIME = 1_700_000_000;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private ForkFile() {}

    /**
     * Reads a state.
     *
     * @throws ForkFileException if the file does not hold a state; the message names the field
     */
    public static ForkState read(Path file) {
        byte[] content = content(file);
        String hash = Sha256.hex(content);
        if (isPacked(content)) {
            return state(parse(unpacked(content, file), file), hash, file);
        }
        String start = new String(content, 0, Math.min(content.length, 200), StandardCharsets.UTF_8).strip();
        if (start.startsWith("0x")) {
            String digits = new String(content, StandardCharsets.UTF_8).strip();
            return state(parse(unpacked(hex(digits, file + ""), file), file), hash, file);
        }
        JsonPlace top = parse(content, file);
        JsonPlace packed = top.isObject() && top.get("result").isPresent() ? top.require("result") : top;
        return packed.isText()
                ? state(parse(unpacked(hex(packed.text(), file + where(packed)), file), file), hash, file)
                : state(top.object(), hash, file);
    }

    private static ForkState state(JsonPlace top, String hash, Path file) {
        if (top.get("accounts").isPresent()) {
            return AnvilDump.read(top.object(), hash, file);
        }
        boolean genesis = top.object().get("alloc").isPresent();
        Allocation allocation = Allocation.read((genesis ? top.require("alloc") : top).object());
        long chain = genesis
                ? top.get("config")
                        .flatMap(c -> c.get("chainId"))
                        .map(Quantity::small)
                        .orElse(LocalChain.CHAIN_ID)
                : LocalChain.CHAIN_ID;
        long number = genesis ? top.get("number").map(Quantity::small).orElse(0L) : USUAL_BLOCK;
        long timestamp = genesis ? top.get("timestamp").map(Quantity::small).orElse(0L) : USUAL_TIME;
        return new FileState(
                new ForkPoint(chain, number, timestamp, hash, ForkPoint.Source.FILE, file.toString()),
                allocation,
                Map.of(),
                Set.of());
    }

    private static byte[] content(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ForkFileException(file + ": there is no such file");
            }
            long size = Files.size(file);
            if (size > LARGEST_FILE) {
                throw new ForkFileException(file + ": " + NumberText.prose(size) + " bytes are more than the "
                        + NumberText.prose(LARGEST_FILE) + " that are read");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ForkFileException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonPlace parse(byte[] json, Path file) {
        return JsonFile.parse(json, file, ForkFileException::new);
    }

    private static boolean isPacked(byte[] content) {
        return content.length > 2 && content[0] == GZIP[0] && content[1] == GZIP[1];
    }

    private static byte[] hex(String digits, String place) {
        try {
            return HexFormat.of().parseHex(digits, 2, digits.length());
        } catch (IllegalArgumentException e) {
            throw new ForkFileException(place + ": expected 0x and an even number of hexadecimal digits", e);
        }
    }

    private static String where(JsonPlace place) {
        return place.pointer().isEmpty() ? "" : " at " + place.pointer();
    }

    private static byte[] unpacked(byte[] packed, Path file) {
        if (!isPacked(packed)) {
            throw new ForkFileException(
                    file + ": the hexadecimal digits are not gzip-compressed, as those of anvil_dumpState are");
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] json = in.readNBytes(LARGEST_UNPACKED + 1);
            if (json.length > LARGEST_UNPACKED) {
                throw new ForkFileException(file + ": more than the " + NumberText.prose(LARGEST_UNPACKED)
                        + " bytes that are read, once it is unpacked");
            }
            return json;
        } catch (IOException e) {
            throw new ForkFileException(file + ": cannot be unpacked: " + e.getMessage(), e);
        }
    }
}
