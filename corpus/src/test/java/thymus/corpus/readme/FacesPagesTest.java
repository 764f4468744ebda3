package thymus.corpus.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;

/** What the pages of the faces show of Java and of poms stands in the project that {@code ConsumerTest} runs. */
class FacesPagesTest {
    private static final List<String> PAGES = List.of("ci/JUNIT.md", "fuzz/JQWIK.md", "fuzz/JAZZER.md");
    private static final Pattern EXAMPLE = Pattern.compile("```(?:java|xml)\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleIsRun() throws IOException {
        String project = project();
        List<String> examples = new ArrayList<>();
        for (String page : PAGES) {
            EXAMPLE.matcher(text(Repository.at(page))).results().forEach(found -> examples.add(found.group(1)));
        }
        assertTrue(examples.size() >= 7, "examples found: " + examples.size());
        assertEquals(
                List.of(),
                examples.stream().filter(example -> !project.contains(example)).toList());
    }

    @Test
    void theReadmeNamesEveryPage() throws IOException {
        String readme = text(Repository.at("README.md"));
        assertEquals(
                List.of(),
                PAGES.stream()
                        .filter(page -> !readme.contains("](" + page + ")"))
                        .toList());
    }

    private static String project() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Repository.at("corpus/consumer"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(text(file));
            }
        }
        return all.toString();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }
}
