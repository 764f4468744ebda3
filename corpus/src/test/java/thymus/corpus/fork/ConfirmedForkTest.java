package thymus.corpus.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.command.Console;
import thymus.ci.command.CrashLog;
import thymus.ci.command.Main;
import thymus.ci.engine.SystemEngines;
import thymus.contracts.abi.Selector;
import thymus.corpus.independent.Proxy;
import thymus.corpus.independent.RealAnvil;
import thymus.corpus.independent.StartedAnvil;
import thymus.fixtures.Repository;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is false of a fork from its first state on, as a user checks it: another EVM is asked about that as well. */
@Timeout(120)
@Tag("integration")
class ConfirmedForkTest {
    private static final Path VAULT = Repository.root().resolve("corpus/vault");
    private static final String STATE = VAULT.resolve("ForkedVault.state.json").toString();
    private static final String CONFIRMED = "confirmed on anvil 1.7.1 (revm)";

    private static final String CONTRACTS = """
            contract token = "Token.sol:Token" at 0x5fbdb2315678afecb367f032d93f642f64180aa3;
            contract vault = "Vault.sol:Vault" at 0xe7f1725e7734ce288f8367e1bb143e90bb3f0512;
            actor guardian at 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266;
            invariant tiny: vault.capacity() < 10;
            """;
    private static final String SETUP = "setup { token.mint(guardian, 5) from guardian; }\n";

    @TempDir
    private Path folder;

    private record Ran(int exitCode, String text) {}

    @BeforeAll
    static void install() throws InterruptedException {
        RealAnvil.install();
    }

    private Ran run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(
                new Console(out, out, false), new CrashLog(folder.resolve("log")), SystemEngines::new, arguments);
        return new Ran(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private Ran check(String specification, String fork) throws IOException {
        Path file = Files.writeString(folder.resolve("Wrong.inv"), specification);
        return run(
                "check",
                file.toString(),
                "--artifacts",
                VAULT.resolve("artifacts").toString(),
                "--out",
                folder.resolve("kept").toString(),
                "--fork",
                fork,
                "--independent",
                "required");
    }

    private Ran replayOn(String node) {
        return run("replay", folder.resolve("kept/Wrong/tiny.json").toString(), "--on", node);
    }

    private void assertConfirmed(String specification, String fork) throws IOException {
        Ran ran = check(specification, fork);
        assertTrue(ran.text().contains("by the state after setup"), ran::text);
        assertTrue(ran.text().contains(CONFIRMED), ran::text);
        assertEquals(1, ran.exitCode(), ran::text);
        Ran replay = replayOn("anvil");
        assertTrue(replay.text().contains(CONFIRMED), replay::text);
        assertEquals(1, replay.exitCode(), replay::text);
    }

    private static StartedAnvil node() throws IOException {
        return StartedAnvil.with("--load-state", STATE, "--timestamp", "1750000000");
    }

    @Test
    void aNodesStateAfterSetup() throws IOException {
        try (StartedAnvil node = node()) {
            assertConfirmed(CONTRACTS + SETUP, node.url() + "@13");
        }
    }

    @Test
    void aNodesStateAsItIs() throws IOException {
        try (StartedAnvil node = node()) {
            assertConfirmed(CONTRACTS, node.url() + "@13");
        }
    }

    @Test
    void aFilesStateAsItIs() throws IOException {
        assertConfirmed(CONTRACTS, STATE);
    }

    @Test
    void aViewThatSaysSomethingElseThereIsSeen() throws IOException {
        check(CONTRACTS, STATE);
        String capacity = Selector.of("capacity()").toString();
        try (StartedAnvil other = StartedAnvil.with(
                        "--hardfork",
                        "osaka",
                        "--number",
                        "13",
                        "--timestamp",
                        "1700000000",
                        "--base-fee",
                        "0",
                        "--gas-price",
                        "0",
                        "--gas-limit",
                        "45000000",
                        "--accounts",
                        "0");
                Proxy liar = new Proxy(
                        other.url(),
                        (request, result) -> request.params().toString().contains(capacity)
                                ? JsonNodeFactory.instance.stringNode("0x" + "0".repeat(63) + "7")
                                : result)) {
            Ran ran = replayOn(liar.url());
            assertTrue(ran.text().contains("after setup: vault.capacity() is 0x"), ran::text);
            assertEquals(3, ran.exitCode(), ran::text);
        }
    }
}
