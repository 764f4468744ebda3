package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LspCommandTest {
    @Test
    void whatIsNoMessageIsSaidInWords() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(print(new ByteArrayOutputStream()), print(err), false);
        byte[] typed = "hello\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(3, new LspCommand(console, new ByteArrayInputStream(typed)).call());
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("what came was no message of the Language Server Protocol"), said);
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
