package thymus.spec.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import thymus.spec.UnreadableSpecification;
import thymus.spec.text.Span;

/** Decodes bytes into text that is safe to parse and to print. */
public final class TextReader {
    private static final int LARGEST = 1 << 20;

    private TextReader() {}

    public static Source read(Path file) {
        return read(file, file.toString());
    }

    /** @param name what messages call it */
    static Source read(Path file, String name) {
        return source(name, decode(file, bytes(file)));
    }

    public static Source source(String name, String text) {
        if (text.length() > LARGEST) {
            throw new UnreadableSpecification(name + ": larger than 1 MB, which no specification needs");
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Source source = new Source(name, content);
        refuseInvisible(source);
        return source;
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw new UnreadableSpecification(file + ": no such file", e);
        } catch (IOException e) {
            throw new UnreadableSpecification(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String decode(Path file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new UnreadableSpecification(file + ": larger than 1 MB, which no specification needs");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableSpecification(
                    file + ": not UTF-8 text, the byte at offset " + in.position() + " does not fit", e);
        }
    }

    /** Control and direction characters could show a reader another text than the checked one. */
    private static void refuseInvisible(Source source) {
        int line = 1;
        int column = 1;
        for (int c : source.text().codePoints().toArray()) {
            boolean space = c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (Source.isInvisible(c) && !space) {
                Span span = new Span(source.file(), line, column, 1);
                String what = "the invisible character U+%04X is not allowed in a specification".formatted(c);
                throw source.syntaxError(span, what, "remove it");
            }
            line += c == '\n' ? 1 : 0;
            column = c == '\n' ? 1 : column + 1;
        }
    }
}
