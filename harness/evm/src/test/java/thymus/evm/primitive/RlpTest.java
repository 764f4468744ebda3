package thymus.evm.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of Ethereum's description of RLP. */
class RlpTest {
    @Test
    void strings() {
        assertEquals("83646f67", hex(Rlp.bytes(text("dog"))));
        assertEquals("80", hex(Rlp.bytes(new byte[0])));
        assertEquals("00", hex(Rlp.bytes(new byte[1])));
        assertEquals("0f", hex(Rlp.bytes(new byte[] {15})));
        assertEquals("8180", hex(Rlp.bytes(new byte[] {-128})));
    }

    @Test
    void aStringOfMoreThan55BytesHasItsLengthSpelledOut() {
        String lorem = "Lorem ipsum dolor sit amet, consectetur adipisicing elit";
        assertEquals("b838" + hex(text(lorem)), hex(Rlp.bytes(text(lorem))));
        assertEquals("b90400" + "00".repeat(1024), hex(Rlp.bytes(new byte[1024])));
    }

    @Test
    void numbersHaveNoLeadingZeros() {
        assertEquals("80", hex(Rlp.number(Word.ZERO)));
        assertEquals("820400", hex(Rlp.number(Word.of(1024))));
    }

    @Test
    void lists() {
        assertEquals("c88363617483646f67", hex(Rlp.list(Rlp.bytes(text("cat")), Rlp.bytes(text("dog")))));
        byte[] empty = Rlp.list();
        byte[] one = Rlp.list(empty);
        assertEquals("c7c0c1c0c3c0c1c0", hex(Rlp.list(empty, one, Rlp.list(empty, one))));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
