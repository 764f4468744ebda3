package thymus.spec;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thymus.spec.check.SpecificationReader;

/**
 * A wrong specification and its message. A file of {@code golden} holds the cases of one topic: a line
 * {@code --- NAME}, the specification, a line {@code ---}, and the message.
 */
public record GoldenCase(String name, String text, String message) {
    private static final Pattern CASE =
            Pattern.compile("--- (\\S+\\.inv)\n(.*?)(?<=\n)---\n(.*?)(?=--- \\S+\\.inv\n|\\z)", Pattern.DOTALL);

    /** The files of cases, each named after the first word of its cases. */
    static List<Path> topics() {
        Path folder = Path.of(System.getProperty("thymus.root"), "spec/src/test/resources/golden");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<GoldenCase> of(Path topic) {
        List<GoldenCase> cases = new ArrayList<>();
        Matcher matcher = CASE.matcher(read(topic));
        while (matcher.find()) {
            cases.add(new GoldenCase(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        return cases;
    }

    public static List<GoldenCase> all() {
        return topics().stream().flatMap(topic -> of(topic).stream()).toList();
    }

    static String read(Path topic) {
        try {
            return Files.readString(topic);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contents of a topic's file. */
    static String render(List<GoldenCase> cases) {
        return cases.stream()
                .map(c -> "--- " + c.name + "\n" + c.text + "---\n" + c.message)
                .collect(Collectors.joining());
    }

    /** The message of today, with the end of its last line. */
    String actual() {
        return assertThrows(SpecException.class, () -> SpecificationReader.read(text, name, new TestContracts()))
                        .getMessage()
                + "\n";
    }

    GoldenCase withActualMessage() {
        return new GoldenCase(name, text, actual());
    }

    @Override
    public String toString() {
        return name;
    }
}
