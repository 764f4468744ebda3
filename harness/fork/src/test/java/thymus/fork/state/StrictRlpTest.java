package thymus.fork.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.rlp.RlpType;
import thymus.evm.primitive.Rlp;
import thymus.evm.primitive.Word;

/** web3j reads what our EVM's encoder writes, and nothing else. */
class StrictRlpTest {
    @Test
    void readsWhatIsWritten() {
        for (int size : List.of(0, 1, 2, 55, 56, 255, 256, 2000)) {
            byte[] content = new byte[size];
            assertArrayEquals(content, StrictRlp.bytes(StrictRlp.read(Rlp.bytes(content))));
            byte[] list = Rlp.list(Rlp.bytes(content), Rlp.list(), Rlp.number(Word.of(size)));
            List<RlpType> items = StrictRlp.items(StrictRlp.read(list));
            assertArrayEquals(content, StrictRlp.bytes(items.get(0)));
            assertEquals(List.of(), StrictRlp.items(items.get(1)));
            assertEquals(Word.of(size), StrictRlp.number(items.get(2)));
        }
    }

    /** Cut short, too long, longer than needed, or of a length that nothing has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "81",
                "8100",
                "817f",
                "82ff",
                "b8",
                "b801ff",
                "b90001",
                "bfffffffffffffffff",
                "c1",
                "c281",
                "f8",
                "f800",
                "ffffffffffffffffff",
                "8000",
                "c0c0",
                "bb7fffffff",
                "c28100",
                "c3b801ff",
                "bfffffffff00000001ff",
                "fb80000000",
                "bb80000000"
            })
    void foreignBytesAreReadStrictly(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThrows(IllegalArgumentException.class, () -> StrictRlp.read(bytes));
    }

    @Test
    void aNumberHasNoLeadingZeros() {
        assertThrows(IllegalArgumentException.class, () -> StrictRlp.number(StrictRlp.read(new byte[] {0})));
        assertThrows(IllegalArgumentException.class, () -> StrictRlp.number(StrictRlp.read(Rlp.bytes(new byte[33]))));
    }

    /** Every list costs web3j's decoder a call. */
    @Test
    void deepNestingEnds() {
        byte[] nested = Rlp.list();
        while (nested.length < 2040) {
            nested = Rlp.list(nested);
        }
        assertEquals(1, StrictRlp.items(StrictRlp.read(nested)).size());
        byte[] lists = new byte[100_000];
        Arrays.fill(lists, (byte) 0xc1);
        assertThrows(IllegalArgumentException.class, () -> StrictRlp.read(lists));
    }
}
