package thymus.evm.precompile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmFork;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** Known answers of the precompiled contracts; the official state tests hold them to more. */
class PrecompileTest {
    @Test
    void sha256AndRipemd160OfTheEmptyString() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", run(2, ""));
        assertEquals("0000000000000000000000009c1185a5c5e9fc54612808977ee8f548b2258d31", run(3, ""));
    }

    @Test
    void identityGivesItsInput() {
        assertEquals("0102", run(4, "0102"));
        assertEquals(15 + 3, at(4).gas(new byte[32]));
        assertEquals(15 + 6, at(4).gas(new byte[33]));
    }

    /** From the transaction tests of go-ethereum's first client. */
    @Test
    void ecrecoverFindsTheSigner() {
        String input = "18c547e4f7b0f325ad1e56f57e26c745b09a3e503d86e00e5255ff7f715d3d1c" + word(28)
                + "73b1693892219d736caba55bdb67216e485557ea6b6af75f37096c9aa6a5a75f"
                + "eeb940b1d03b21e36b0e47e79769f095fe2ab855bd91e3a38756b7d75a9c4549";
        assertEquals("000000000000000000000000a94f5374fce5edbc8e2a8697c15331677e6ebf0b", run(1, input));
        assertEquals("", run(1, input.replace(word(28), word(29))));
        assertEquals("", run(1, ""));
    }

    @Test
    void modexpComputesAndPricesSmallNumbers() {
        String input = word(1) + word(1) + word(1) + "03" + "05" + "07";
        assertEquals("05", run(5, input));
        byte[] bytes = HexFormat.of().parseHex(input);
        assertEquals(200, precompile(EvmFork.PRAGUE, 5).gas(bytes));
        assertEquals(500, precompile(EvmFork.OSAKA, 5).gas(bytes));
    }

    @Test
    void modexpRefusesWhatNoGasPaysFor() {
        byte[] huge = HexFormat.of().parseHex("ff".repeat(32) + word(1) + "ff".repeat(32));
        assertEquals(Long.MAX_VALUE, precompile(EvmFork.PRAGUE, 5).gas(huge));
        assertEquals(Long.MAX_VALUE, precompile(EvmFork.OSAKA, 5).gas(huge));
        assertEquals("", run(5, ""));
    }

    /**
     * 2^27 bytes of exponent cost 8/3 gas each, which only a made-up block has; they are refused and not computed
     * wrongly.
     */
    @Test
    void modexpRefusesByNameWhatIsTooLarge() {
        byte[] input = HexFormat.of().parseHex(word(1) + word(1 << 27) + word(1) + "03");
        assertEquals(8L * ((1 << 27) - 32) / 3, precompile(EvmFork.PRAGUE, 5).gas(input));
        UnsupportedPrecompileException refused = assertThrows(
                UnsupportedPrecompileException.class,
                () -> precompile(EvmFork.PRAGUE, 5).run(input));
        assertTrue(
                refused.getMessage().contains("MODEXP") && refused.getMessage().contains("134217728 bytes"));
        byte[] nothing = HexFormat.of().parseHex(word(0) + "7f" + "ff".repeat(31) + word(0));
        assertEquals(200, precompile(EvmFork.PRAGUE, 5).gas(nothing));
        assertEquals(0, precompile(EvmFork.PRAGUE, 5).run(nothing).orElseThrow().length);
    }

    /** Test vector 5 of EIP-152: the hash of "abc". */
    @Test
    void blake2fCompresses() {
        String input =
                "0000000c48c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5d182e6ad7f520e511f6c3e2b8c"
                        + "68059b6bbd41fbabd9831f79217e1319cde05b" + "616263" + "00".repeat(125) + "0300000000000000"
                        + "0000000000000000" + "01";
        assertEquals(
                "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
                run(9, input));
        assertEquals(12, at(9).gas(HexFormat.of().parseHex(input)));
        assertTrue(at(9).run(new byte[212]).isEmpty());
    }

    @Test
    void p256verifySaysNothingToAnInvalidSignature() {
        assertEquals("", run(0x100, "00".repeat(160)));
        assertEquals("", run(0x100, "00"));
        assertTrue(Precompiles.of(EvmFork.PRAGUE).at(Address.of(0x100)).isEmpty());
    }

    @Test
    void hashesAgreeWithTheirTextualExamples() {
        assertArrayEquals(
                HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                at(2).run("abc".getBytes(StandardCharsets.US_ASCII)).orElseThrow());
    }

    private static Precompile at(int address) {
        return precompile(EvmFork.OSAKA, address);
    }

    private static Precompile precompile(EvmFork fork, int address) {
        return Precompiles.of(fork).at(Address.of(address)).orElseThrow();
    }

    private static String run(int address, String input) {
        Optional<byte[]> output = at(address).run(HexFormat.of().parseHex(input));
        return HexFormat.of().formatHex(output.orElseThrow());
    }

    private static String word(long value) {
        return HexFormat.of().formatHex(Word.of(value).toBytes32());
    }
}
