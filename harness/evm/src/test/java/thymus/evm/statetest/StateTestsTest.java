package thymus.evm.statetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.evm.interpreter.Tiers;

/** The runner on tests of our own: it tells right from wrong, and counts what it cannot judge. */
class StateTestsTest {
    private static final String NO_LOGS = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347";
    /** Of the state below as this runner computes it, which the official packs hold to their roots. */
    private static final String ROOT = "0xc582af7ecf6472c137c2f2fa6f9896854e225fa68039a9fb2865be864445b0a5";

    private static final String SENDER = "0x00000000000000000000000000000000000000a1";
    private static final String CONTRACT = "0x00000000000000000000000000000000000000c1";

    @TempDir
    private Path folder;

    @Test
    void aTestPassesWhereTheWholeStateAgrees() throws IOException {
        OfficialPacks.Result result = run(test("Osaka", "0x07", ""));
        assertEquals("1 passed, 0 failed, 0 skipped", last(result), result.output());
        assertEquals(0, result.exitCode());
    }

    @Test
    void aTestFailsWhereOneSlotDiffers() throws IOException {
        OfficialPacks.Result result = run(test("Osaka", "0x08", ""));
        assertEquals("0 passed, 1 failed, 0 skipped", last(result));
        assertEquals(1, result.exitCode());
        assertTrue(result.output().contains(CONTRACT + " has 0x7 in slot 0x1, not 0x8"), result.output());
    }

    @Test
    void whereOnlyTheRootIsToldTheRootIsCompared() throws IOException {
        String json = test("Osaka", "0x07", "").replace("\"state\"", "\"ignored\"");
        assertEquals("1 passed, 0 failed, 0 skipped", last(run(json)));
        OfficialPacks.Result result = run(json.replace(ROOT, "0x01"));
        assertEquals("0 passed, 1 failed, 0 skipped", last(result));
        assertTrue(result.output().contains("the state has root " + ROOT), result.output());
    }

    @Test
    void aTransactionThatMustBeRejectedMayNotPass() throws IOException {
        OfficialPacks.Result result = run(test("Osaka", "0x07", "'expectException': 'SENDER_NOT_EOA',"));
        assertEquals("0 passed, 1 failed, 0 skipped", last(result));
        assertTrue(result.output().contains("was not rejected, but must be for SENDER_NOT_EOA"), result.output());
    }

    @Test
    void otherForksAreSkippedByName() throws IOException {
        OfficialPacks.Result result = run(test("Berlin", "0x07", ""));
        assertEquals("0 passed, 0 failed, 1 skipped", last(result));
        assertTrue(result.output().contains("skipped 1: fork Berlin"), result.output());
    }

    @Test
    void unreadableTestsAreNamed() throws IOException {
        StateTestException missing = assertThrows(
                StateTestException.class, () -> run(test("Osaka", "0x07", "").replace("currentRandom", "random")));
        assertTrue(missing.getMessage().contains("\"currentRandom\" is missing"), missing.getMessage());
        assertThrows(StateTestException.class, () -> run("{"));
        assertThrows(StateTestException.class, () -> run("{}"));
        assertThrows(
                StateTestException.class,
                () -> OfficialPacks.run(List.of(folder.resolve("none.zip")), 1, Tiers.INTERPRETED));
    }

    /** As the releases of execution-spec-tests are laid out. */
    @Test
    void ofAReleaseOnlyTheStateTestsAreRead() throws IOException {
        Path release = folder.resolve("fixtures_stable.tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(release)))) {
            add(tar, "fixtures/.meta/index.json", "{}");
            add(tar, "fixtures/blockchain_tests/static/state_tests/stores.json", "{}");
            add(tar, "fixtures/blockchain_tests_engine/stores.json", "{}");
            add(tar, "fixtures/state_tests/static/state_tests/stores.json", test("Osaka", "0x07", ""));
            add(tar, "fixtures/state_tests/osaka/from_legacy_tests.json", test("Osaka", "0x07", ""));
        }
        OfficialPacks.Result result = OfficialPacks.run(List.of(release), 1, Tiers.INTERPRETED);
        assertEquals("2 passed, 0 failed, 0 skipped", last(result), result.output());
    }

    private static void add(TarArchiveOutputStream tar, String name, String content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length());
        tar.putArchiveEntry(entry);
        tar.write(content.getBytes(StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
    }

    private OfficialPacks.Result run(String json) throws IOException {
        Path file = folder.resolve("test.json");
        Files.writeString(file, json);
        return OfficialPacks.run(List.of(file), 1, Tiers.INTERPRETED);
    }

    private static String last(OfficialPacks.Result result) {
        String[] lines = result.output().strip().split("\n");
        return lines[lines.length - 1];
    }

    /** A contract stores 7 in slot 1: 21,000 + 2·3 + 22,100 = 43,106 gas, of which nobody but the sender hears. */
    private static String test(String fork, String stored, String more) {
        return """
                {'stores': {
                 'env': {'currentBaseFee': '0x00', 'currentCoinbase': '0x00000000000000000000000000000000000000cb',
                  'currentGasLimit': '0x1000000', 'currentNumber': '0x1', 'currentRandom': '0x0',
                  'currentTimestamp': '0x3e8'},
                 'pre': {
                  '%1$s': {'balance': '0x100000', 'nonce': '0x0', 'code': '0x', 'storage': {}},
                  '%2$s': {'balance': '0x0', 'nonce': '0x1', 'code': '0x6007600155', 'storage': {}}},
                 'transaction': {'data': ['0x'], 'gasLimit': ['0x10000'], 'gasPrice': '0x1', 'nonce': '0x0',
                  'sender': '%1$s', 'to': '%2$s', 'value': ['0x0']},
                 'post': {'%3$s': [{'indexes': {'data': 0, 'gas': 0, 'value': 0}, 'hash': '%7$s', 'logs': '%5$s', %6$s
                  'state': {
                   '%1$s': {'balance': '0xf579e', 'nonce': '0x1', 'code': '0x', 'storage': {}},
                   '0x00000000000000000000000000000000000000cb':
                    {'balance': '0xa862', 'nonce': '0x0', 'code': '0x', 'storage': {}},
                   '%2$s': {'balance': '0x0', 'nonce': '0x1', 'code': '0x6007600155', 'storage': {'0x1': '%4$s'}}
                  }}]}}}
                """.formatted(SENDER, CONTRACT, fork, stored, NO_LOGS, more, ROOT)
                .replace('\'', '"');
    }
}
