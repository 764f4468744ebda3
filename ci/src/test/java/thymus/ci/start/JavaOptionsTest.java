package thymus.ci.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;

/** HotSpot says nothing of an option about a method that is not there any more. */
class JavaOptionsTest {
    private static final String NOT_INLINED = "-XX:CompileCommand=dontinline,";

    @Test
    void speakOfMethodsThatExist() throws Exception {
        List<String> methods = Files.readAllLines(Repository.at("ci/java.options")).stream()
                .filter(line -> line.startsWith(NOT_INLINED))
                .map(line -> line.substring(NOT_INLINED.length()))
                .toList();
        assertFalse(methods.isEmpty());
        for (String method : methods) {
            String[] parts = method.split("::");
            String name = parts[1].replace("*", ".*");
            assertTrue(
                    Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                            .anyMatch(m -> m.getName().matches(name)),
                    () -> "ci/java.options names " + method + ", which does not exist");
        }
    }
}
