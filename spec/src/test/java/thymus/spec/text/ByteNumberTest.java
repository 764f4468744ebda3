package thymus.spec.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ByteNumberTest {
    @Property(tries = 200)
    void theBytesAreKept(@ForAll byte[] bytes) {
        assertArrayEquals(bytes, ByteNumber.bytes(ByteNumber.of(bytes)));
    }

    @Test
    void zerosInFrontCount() {
        assertNotEquals(ByteNumber.of(new byte[0]), ByteNumber.of(new byte[1]));
        assertNotEquals(ByteNumber.of(new byte[1]), ByteNumber.of(new byte[2]));
    }

    @Test
    void whatIsATextIsShownAsOne() {
        assertEquals("\"a \\\"b\\\"\"", ByteNumber.print(ByteNumber.of("a \"b\"".getBytes(StandardCharsets.UTF_8))));
        assertEquals("0xff00", ByteNumber.print(ByteNumber.of(new byte[] {(byte) 0xff, 0})));
        assertEquals("0x0a", ByteNumber.print(ByteNumber.of(new byte[] {'\n'})));
        assertEquals("\"\"", ByteNumber.print(ByteNumber.of(new byte[0])));
    }
}
