package thymus.contracts.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeTrailerTest {
    private static final String CODE = "6001600255fe";
    /** {@code {"ipfs": 34 bytes, "solc": 0.8.30}}. */
    private static final String SOLC =
            "a2" + "6469706673" + "5822" + "1220" + "ab".repeat(32) + "64736f6c63" + "4300081e";
    /** {@code {"vyper": [0, 3, 7]}}. */
    private static final String VYPER = "a1" + "657679706572" + "83000307";
    /** What a version between releases leaves: {@code {"solc": "0.8.31-nightly"}}. */
    private static final String NIGHTLY = "a1" + "64736f6c63" + "6e" + "302e382e33312d6e696768746c79";

    @Test
    void solcAndVyperSayTheirVersions() {
        assertEquals(Optional.of("0.8.30"), CodeTrailer.compiler(with(SOLC)));
        assertEquals(Optional.of("vyper 0.3.7"), CodeTrailer.compiler(with(VYPER)));
        assertEquals(Optional.of("0.8.31-nightly"), CodeTrailer.compiler(with(NIGHTLY)));
    }

    @Test
    void whatSaysNothingIsUnknown() {
        assertEquals(Optional.empty(), CodeTrailer.compiler(new byte[0]));
        assertEquals(Optional.empty(), CodeTrailer.compiler(HexFormat.of().parseHex(CODE)));
        assertEquals(Optional.empty(), CodeTrailer.compiler(with("a0")));
        assertEquals(Optional.empty(), CodeTrailer.compiler(with("bf")), "a map without end");
        assertEquals(Optional.empty(), CodeTrailer.compiler(with("a1" + "64736f6c63" + "5b")), "longer than the code");
    }

    @Test
    void noBytesOfHostileCodeFail() {
        byte[] code = with(SOLC);
        for (int at = 0; at < code.length; at++) {
            for (int value : new int[] {0, 0x1f, 0x7f, 0x80, 0x9f, 0xbf, 0xff}) {
                byte[] changed = code.clone();
                changed[at] = (byte) value;
                CodeTrailer.compiler(changed);
                CodeTrailer.compiler(Arrays.copyOf(changed, at));
            }
        }
    }

    private static byte[] with(String trailer) {
        return HexFormat.of().parseHex(CODE + trailer + "%04x".formatted(trailer.length() / 2));
    }
}
