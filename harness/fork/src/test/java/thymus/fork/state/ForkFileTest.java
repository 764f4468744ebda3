package thymus.fork.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;
import thymus.fixtures.Repository;

class ForkFileTest {
    private static final Path DUMP = Repository.at("corpus/vault/ForkedVault.state.json");
    private static final Address VAULT = Address.parse("0xe7f1725e7734ce288f8367e1bb143e90bb3f0512");
    private static final String ONE = "0x00000000000000000000000000000000000000aa";

    @TempDir
    private Path folder;

    private ForkState read(String content) throws IOException {
        return ForkFile.read(Files.writeString(folder.resolve("state.json"), content));
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static void isTheVault(ForkState state) {
        assertEquals(31337, state.point().chainId());
        assertEquals(13, state.point().number());
        assertEquals(1_750_000_156, state.point().timestamp());
        assertEquals(
                Word.parse("0x684ee19800000000684ee21000000000000000a2a15d09519be00000"),
                state.origin().storage(VAULT, Word.ZERO));
        assertEquals(1, state.origin().account(VAULT).orElseThrow().nonce());
        assertEquals(Optional.empty(), state.origin().account(Address.of(77)));
        assertTrue(state.slots(VAULT).orElseThrow().size() > 4);
    }

    @Test
    void aDumpOfAnvil() {
        isTheVault(ForkFile.read(DUMP));
    }

    @Test
    void aDumpAsTheMethodGivesIt() throws IOException {
        String hex = "0x" + HexFormat.of().formatHex(packed(Files.readAllBytes(DUMP)));
        isTheVault(read(hex + "\n"));
        isTheVault(read('"' + hex + '"'));
        isTheVault(read("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"" + hex + "\"}"));
        isTheVault(ForkFile.read(Files.write(folder.resolve("state.gz"), packed(Files.readAllBytes(DUMP)))));
    }

    /** Each header's hash is computed from its fields; the next block says what it has to be. */
    @Test
    void hashesOfBlocksAreThoseThatTheirSuccessorsName() throws IOException {
        ForkState state = ForkFile.read(DUMP);
        String text = Files.readString(DUMP);
        for (long number = 0; number < 13; number++) {
            String hash = HexFormat.of().formatHex(state.blockHash(number).toBytes32());
            assertTrue(text.contains("\"parentHash\":\"0x" + hash + "\""), "block " + number);
        }
    }

    @Test
    void aGenesisFile() throws IOException {
        ForkState state = read("""
                {"config": {"chainId": 5}, "timestamp": "0x10", "alloc": {
                  "00000000000000000000000000000000000000aa": {"balance": "1000", "nonce": "0x7", "code": "0x6001",
                    "storage": {"0x1": "0x02", "0x03": "0x0"}}}}
                """);
        assertEquals(5, state.point().chainId());
        assertEquals(16, state.point().timestamp());
        StateProvider.Found found = state.origin().account(Address.parse(ONE)).orElseThrow();
        assertEquals(Word.of(1000), found.balance());
        assertEquals(7, found.nonce());
        assertEquals("0x6001", found.code().toString());
        assertEquals(Optional.of(Set.of(Word.ONE)), state.slots(Address.parse(ONE)));
    }

    @Test
    void aMapOfAccounts() throws IOException {
        ForkState state = read("{\"" + ONE + "\": {\"balance\": \"0xff\"}}");
        assertEquals(
                Word.of(255),
                state.origin().account(Address.parse(ONE)).orElseThrow().balance());
        assertEquals(31337, state.point().chainId());
        assertEquals(1_700_000_000, state.point().timestamp());
    }

    static Stream<Arguments> wrong() {
        String account = "{\"" + ONE + "\": %s}";
        return Stream.of(
                Arguments.of("", "empty"),
                Arguments.of("[]", "expected an object"),
                Arguments.of("{", "not valid JSON"),
                Arguments.of("{\"0xaa\": {}}", "\"0xaa\" is no address"),
                Arguments.of(
                        "{\"" + ONE + "\": {}, \""
                                + ONE.toUpperCase(Locale.ROOT).replace("0X", "0x") + "\": {}}",
                        "is given twice"),
                Arguments.of("{\"" + ONE + "\": {}, \"" + ONE + "\": {}}", "Duplicate Object property"),
                Arguments.of(account.formatted("7"), "at /" + ONE + ": expected an object"),
                Arguments.of(account.formatted("{\"balance\": \"0xzz\"}"), "at /" + ONE + "/balance: expected 0x"),
                Arguments.of(account.formatted("{\"balance\": -1}"), "2^256"),
                Arguments.of(account.formatted("{\"balance\": \"0x1" + "0".repeat(64) + "\"}"), "2^256"),
                Arguments.of(account.formatted("{\"balance\": 1e5000}"), "expected a whole number"),
                Arguments.of(account.formatted("{\"balance\": " + "9".repeat(2000) + "}"), "not valid JSON"),
                Arguments.of(account.formatted("{\"nonce\": \"0x10000000000000000\"}"), "2^64"),
                Arguments.of(account.formatted("{\"code\": \"0x123\"}"), "even number of hexadecimal digits"),
                Arguments.of(account.formatted("{\"code\": \"0xgg\"}"), "even number of hexadecimal digits"),
                Arguments.of(
                        account.formatted("{\"code\": \"0x" + "00".repeat((1 << 20) + 1) + "\"}"),
                        "more than 1048576 bytes"),
                Arguments.of(account.formatted("{\"storage\": {\"x\": \"0x1\"}}"), "\"x\" is no slot"),
                Arguments.of(
                        account.formatted("{\"storage\": {\"0x1\": \"0x1\", \"0x01\": \"0x2\"}}"),
                        "the slot 0x1 is given twice"),
                Arguments.of(account.formatted("[".repeat(600)), "not valid JSON"),
                Arguments.of("{\"accounts\": {}}", "the field \"block\" is missing"),
                Arguments.of("{\"accounts\": {}, \"block\": {\"number\": \"0x1\"}}", "\"timestamp\" is missing"),
                Arguments.of("{\"accounts\": {}, \"best_block_number\": \"0x" + "f".repeat(16) + "\"}", "2^62"),
                Arguments.of("0x1f8b", "gzip"),
                Arguments.of("0x1f8b0800", "cannot be unpacked"),
                Arguments.of("0xabc", "even number of hexadecimal digits"),
                Arguments.of("\"0x00\"", "not gzip-compressed"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsSaidWithItsPlace(String content, String message) {
        ForkFileException e = assertThrows(ForkFileException.class, () -> read(content));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(e.getMessage().contains("state.json"), e.getMessage());
    }

    @Test
    void aFileThatUnpacksWithoutEnd() throws IOException {
        Path file = folder.resolve("bomb.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 201; i++) {
                out.write(zeros);
            }
        }
        assertTrue(assertThrows(ForkFileException.class, () -> ForkFile.read(file))
                .getMessage()
                .contains("once it is unpacked"));
    }

    @Test
    void anotherFileIsAnotherState() throws IOException {
        ForkPoint first = read("{\"" + ONE + "\": {\"balance\": \"0x1\"}}").point();
        ForkPoint second = read("{\"" + ONE + "\": {\"balance\": \"0x2\"}}").point();
        assertTrue(first.isSameState(first));
        assertTrue(!first.isSameState(second));
    }
}
