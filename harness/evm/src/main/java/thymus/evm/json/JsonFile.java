package thymus.evm.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import thymus.evm.HarnessException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads untrusted JSON files with a limit on their size and the limits of {@link BoundedJson}. */
public final class JsonFile {
    private JsonFile() {}

    /**
     * Reads a file.
     *
     * @param largest in bytes
     * @param failure makes the reader's own exception from a message
     * @throws HarnessException made by {@code failure}, if the file cannot be read, is too large or is not JSON
     */
    public static JsonPlace read(Path file, long largest, Function<String, HarnessException> failure) {
        try {
            if (Files.isDirectory(file)) {
                throw failure.apply(file + ": is a folder");
            }
            if (!Files.isRegularFile(file)) {
                throw failure.apply(file + ": there is no such file");
            }
            long size = Files.size(file);
            if (size > largest) {
                throw failure.apply(String.format(
                        Locale.ROOT, "%s: %,d bytes are more than the %,d that are read", file, size, largest));
            }
            return parse(Files.readAllBytes(file), file, failure);
        } catch (IOException e) {
            throw failure.apply(file + ": cannot be read: " + e.getMessage());
        }
    }

    /**
     * Parses content that has already been read.
     *
     * @param file the origin of the bytes, for messages
     * @param failure makes the reader's own exception from a message
     */
    public static JsonPlace parse(byte[] content, Path file, Function<String, HarnessException> failure) {
        JsonNode node;
        try {
            node = BoundedJson.MAPPER.readTree(content);
        } catch (JacksonException e) {
            throw failure.apply(file + where(e) + ": not valid JSON: " + reason(e));
        }
        if (node == null || node.isMissingNode()) {
            throw failure.apply(file + ": the file is empty");
        }
        return new JsonPlace(file, "", node, failure);
    }

    /** The parser names its settings and the place of an opening bracket, which it does not know. */
    private static String reason(JacksonException e) {
        return e.getOriginalMessage().replaceAll(", from `[^`]*`", "").replaceAll(" \\(start marker at \\[.*?]\\)", "");
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
    }
}
