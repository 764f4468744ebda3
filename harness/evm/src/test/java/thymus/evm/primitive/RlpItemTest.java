package thymus.evm.primitive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RlpItemTest {
    @Test
    void readsWhatIsWritten() {
        for (int size : List.of(0, 1, 2, 55, 56, 255, 256, 70_000)) {
            byte[] content = new byte[size];
            assertArrayEquals(content, RlpItem.read(Rlp.bytes(content)).bytes());
            List<RlpItem> items = RlpItem.read(Rlp.list(Rlp.bytes(content), Rlp.list(), Rlp.number(Word.of(size)))).items();
            assertArrayEquals(content, items.get(0).bytes());
            assertEquals(List.of(), items.get(1).items());
            assertEquals(Word.of(size), items.get(2).number());
        }
    }

    /** Cut short, too long, longer than needed, or of a length that nothing has. */
    @ParameterizedTest
    @ValueSource(strings = {"", "81", "8100", "817f", "82ff", "b8", "b801ff", "b90001", "bfffffffffffffffff", "c1", "c281",
        "f8", "f800", "ffffffffffffffffff", "8000", "c0c0", "bb7fffffff"})
    void foreignBytesAreReadStrictly(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThrows(IllegalArgumentException.class, () -> {
            RlpItem item = RlpItem.read(bytes);
            item.items().forEach(RlpItem::bytes);
        });
    }

    @Test
    void aNumberHasNoLeadingZeros() {
        assertThrows(IllegalArgumentException.class, () -> RlpItem.read(new byte[] {0}).number());
        assertThrows(IllegalArgumentException.class, () -> RlpItem.read(Rlp.bytes(new byte[33])).number());
    }
}
