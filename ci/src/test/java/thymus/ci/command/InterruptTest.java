package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Ctrl-C and a polite kill: what is decided by then is reported, on the terminal and in the files. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be interrupted from Java there")
class InterruptTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsDecidedIsReported() throws Exception {
        Workplace place = Workplace.with(
                folder,
                TinyContract.COUNTER,
                Workplace.SYSTEM + "invariant fine: c.value() >= 0;\ninvariant far: c.value() <= 1000000000;");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        place.file("test.inv").toString(),
                        "--out",
                        place.file("kept").toString(),
                        "--independent",
                        "off",
                        "--for",
                        "10m",
                        "--transactions",
                        "1000000000",
                        "--json",
                        place.file("report.json").toString(),
                        "--junit",
                        place.file("report.xml").toString())
                .redirectError(place.file("err").toFile())
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = process.inputReader()) {
            String line;
            while ((line = out.readLine()) != null) {
                said.append(line).append('\n');
                if (line.startsWith("proved")) {
                    process.toHandle().destroy(); // leaves its output open
                }
            }
        }
        assertEquals(143, process.waitFor(), said::toString);
        assertTrue(said.toString().contains("interrupted; not decided: far\n"), said::toString);
        assertTrue(said.toString().lines().toList().getLast().startsWith("1 proved, 1 unknown; "), said::toString);
        assertFalse(Files.readString(place.file("err")).contains("Exception"), Files.readString(place.file("err")));
        JsonNode properties =
                new ObjectMapper().readTree(place.file("report.json").toFile()).get("properties");
        assertEquals("proved", properties.get(0).get("verdict").asString());
        assertEquals("interrupted", properties.get(1).get("reason").asString());
        assertTrue(Files.readString(place.file("report.xml")).contains("interrupted"));
    }
}
