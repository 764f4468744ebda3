package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

class OpenCodeTest {
    private final Terms terms = new Terms();
    private final IntTerm word = terms.symbol("word", WordArithmetic.WORD);

    @Test
    void argumentsBehindTheCodeAreNotExecuted() {
        ByteRun bytes = code("600160020100");
        bytes.storeWord(6, word);
        OpenCode open = OpenCode.of(bytes, terms);
        assertEquals(6, open.executable());
        assertEquals(38, open.code().size());
        assertEquals(Map.of(), open.openWords());
    }

    @Test
    void immutablesBehindPush32AreExecuted() {
        ByteRun bytes = code("7f");
        bytes.storeWord(1, word);
        bytes.append(HexFormat.of().parseHex("5000"), terms);
        OpenCode open = OpenCode.of(bytes, terms);
        assertEquals(35, open.executable());
        assertEquals(Map.of(1, word), open.openWords());
    }

    @Test
    void anImmediateThatIsUnknownInPartEndsTheExecutableCode() {
        ByteRun bytes = code("5f73");
        bytes.storeWord(2, word);
        OpenCode open = OpenCode.of(bytes.slice(0, 22), terms);
        assertEquals(1, open.executable());
        assertEquals(Map.of(), open.openWords());
    }

    private ByteRun code(String hex) {
        ByteRun bytes = new ByteRun();
        bytes.append(HexFormat.of().parseHex(hex), terms);
        return bytes;
    }
}
