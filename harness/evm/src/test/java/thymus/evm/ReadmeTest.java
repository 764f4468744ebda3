package thymus.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the module's README does what is said of it, for a program that has nothing but this module. */
@Tag("integration")
class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExamplePrintsWhatIsShown(@TempDir Path folder) throws Exception {
        Path readme = Path.of(System.getProperty("thymus.root"), "harness", "evm", "README.md");
        Matcher example = EXAMPLE.matcher(Files.readString(readme).replace("\r\n", "\n"));
        assertTrue(example.find(), "no example in " + readme);
        Path source = Files.writeString(folder.resolve("Counter.java"), example.group(1));
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor(), output);
        assertEquals(example.group(2), output.replace("\r\n", "\n"));
    }
}
