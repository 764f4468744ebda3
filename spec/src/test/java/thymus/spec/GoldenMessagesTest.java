package thymus.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each wrong file has exactly the message that stands below it, word for word. With {@code -Dthymus.golden.write=true}
 * the messages of today are written instead, to be read in the difference.
 */
class GoldenMessagesTest {
    static Stream<Path> topics() throws IOException {
        if (Boolean.getBoolean("thymus.golden.write")) {
            for (Path topic : GoldenCase.topics()) {
                List<GoldenCase> cases = GoldenCase.of(topic).stream()
                        .map(GoldenCase::withActualMessage)
                        .toList();
                Files.writeString(topic, GoldenCase.render(cases));
            }
        }
        return GoldenCase.topics().stream();
    }

    static Stream<GoldenCase> cases() throws IOException {
        return topics().flatMap(topic -> GoldenCase.of(topic).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sayWhatIsWrong(GoldenCase wrong) {
        assertEquals(wrong.message(), wrong.actual());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void noLineIsOutsideOfACase(Path topic) {
        assertEquals(GoldenCase.read(topic), GoldenCase.render(GoldenCase.of(topic)));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void casesAreSortedAndNamedAfterTheirTopic(Path topic) {
        List<String> names = GoldenCase.of(topic).stream().map(GoldenCase::name).toList();
        assertEquals(List.copyOf(new TreeSet<>(names)), names);
        String prefix = topic.getFileName().toString().replace(".txt", "-");
        assertTrue(names.stream().allMatch(name -> name.startsWith(prefix)), names::toString);
    }

    @Test
    void noTopicIsLost() {
        Set<String> names = new TreeSet<>();
        GoldenCase.topics().forEach(topic -> names.add(topic.getFileName().toString()));
        assertEquals(
                Set.of(
                        "action.txt",
                        "average.txt",
                        "benign.txt",
                        "block.txt",
                        "callee.txt",
                        "chain.txt",
                        "envelope.txt",
                        "fork.txt",
                        "ghost.txt",
                        "inner.txt",
                        "isolate.txt",
                        "lemma.txt",
                        "maximum.txt",
                        "movement.txt",
                        "name.txt",
                        "never.txt",
                        "parameter.txt",
                        "past.txt",
                        "response.txt",
                        "rule.txt",
                        "same.txt",
                        "setup.txt",
                        "several.txt",
                        "syntax.txt",
                        "ten.txt",
                        "text.txt",
                        "try.txt",
                        "type.txt",
                        "unsupported.txt",
                        "within.txt"),
                names);
    }
}
