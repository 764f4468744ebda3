package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    @Test
    void plainWordsStayAsTheyAre() {
        assertEquals(".thymus/Vault/halted.json", CommandText.word(".thymus/Vault/halted.json", '\''));
    }

    @Test
    void whatAShellWouldReadIsQuoted() {
        assertEquals("'a root/thymus'", CommandText.word("a root/thymus", '\''));
        assertEquals("'$HOME/it'\\''s'", CommandText.word("$HOME/it's", '\''));
        assertEquals("\"C:\\a root\\thymus\"", CommandText.word("C:\\a root\\thymus", '"'));
    }

    @Test
    void aReplayIsStartedAsTheCheckWas() {
        assertEquals(
                "'/opt/my tools/thymus' replay out/small.json",
                CommandText.replay("/opt/my tools/thymus", Path.of("out/small.json")));
    }
}
