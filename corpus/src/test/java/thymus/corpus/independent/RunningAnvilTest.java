package thymus.corpus.independent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import thymus.contracts.abi.Selector;
import thymus.fork.rpc.Rpc;
import thymus.system.crosscheck.CrossCheckResult;
import thymus.system.crosscheck.IndependentException;
import thymus.system.crosscheck.NodeReplay;
import thymus.system.crosscheck.Recording;
import thymus.system.crosscheck.RunningAnvil;
import thymus.system.execution.DeployedSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A node that somebody runs: used if it fits and left as it was; and whatever it says wrongly is seen. */
@Timeout(120)
@Tag("integration")
class RunningAnvilTest {
    @TempDir
    private Path folder;

    private Recording recording;

    @BeforeEach
    void record() throws IOException, InterruptedException {
        RealAnvil.install();
        // SSTORE(0, ISZERO(SLOAD(0))); LOG1(0, 32, CALLER); RETURN(0, 32) of MSTORE(0, CALLVALUE)
        DeployedSystem system = Assembled.system(folder, "5f54 15 5f55 34 5f52 33 60205f a1 60205f f3");
        recording = Recording.of(
                system,
                List.of(Assembled.call("alice", BigInteger.TWO, 0, 0), Assembled.call("bob", BigInteger.ONE, 12, 1)));
    }

    @Test
    void aNodeOnAnotherBlockIsRefusedWithTheCommandThatStartsOneThatFits() throws IOException {
        String advice;
        try (StartedAnvil anvil = StartedAnvil.with()) {
            advice = assertThrows(IndependentException.class, () -> insist(anvil.url()))
                    .getMessage();
        }
        String command = "start it with: anvil ";
        assertTrue(advice.contains(command), advice);
        String[] options =
                advice.substring(advice.indexOf(command) + command.length()).split(" ");
        try (StartedAnvil anvil = StartedAnvil.with(options)) {
            Rpc rpc = Rpc.at(anvil.url());
            JsonNode before = rpc.call("eth_getBlockByNumber", "latest", false);
            assertEquals(new CrossCheckResult.Confirmed(RealAnvil.NAME), insist(anvil.url()));
            assertEquals(before, rpc.call("eth_getBlockByNumber", "latest", false), "left as it was");
            assertEquals(new CrossCheckResult.Confirmed(RealAnvil.NAME), insist(anvil.url()), "and can be used again");
        }
    }

    @Test
    void whatSomebodyElseLeftThereIsNoDifference() throws IOException {
        try (StartedAnvil anvil = StartedAnvil.likeOurs()) {
            String alice = recording.system().addressOf("alice").toString();
            Rpc.at(anvil.url()).call("anvil_setNonce", alice, "0x5");
            String message = assertThrows(IndependentException.class, () -> insist(anvil.url()))
                    .getMessage();
            assertTrue(message.contains(alice + " already, which is to be alice"), message);
        }
    }

    @Test
    void aWrongStatusIsSeen() throws IOException {
        assertDifference("step 1: the status is success here and failure there", (request, result) -> {
            if (request.method().equals("eth_getTransactionReceipt")
                    && result.path("logs").size() > 0) {
                ((ObjectNode) result).put("status", "0x0");
            }
            return result;
        });
    }

    @Test
    void aMissingEventIsSeen() throws IOException {
        assertDifference("step 1: event 1 is c [0x", (request, result) -> {
            if (request.method().equals("eth_getTransactionReceipt")) {
                ((ObjectNode) result).putArray("logs");
            }
            return result;
        });
    }

    @Test
    void changedDataOfAnEventAreSeen() throws IOException {
        assertDifference("step 1: event 1 is c [0x", (request, result) -> {
            if (request.method().equals("eth_getTransactionReceipt")) {
                ((ArrayNode) result.path("logs")).forEach(log -> ((ObjectNode) log).put("data", "0x12"));
            }
            return result;
        });
    }

    @Test
    void otherReturnedDataAreSeen() throws IOException {
        assertDifference("step 2: the returned data is 0x", (request, result) -> {
            if (result.path("value").asString("").equals("0x1")) {
                ((ObjectNode) result).put("output", "0xff");
            }
            return result;
        });
    }

    @Test
    void anotherValueInStorageIsSeen() throws IOException {
        assertDifference("step 1: storage slot 0x0 of c is 0x1 here and 0x7 there", (request, result) -> {
            String slot = "0x" + "0".repeat(64);
            result.path("post").forEach(account -> {
                if (account.path("storage").has(slot)) {
                    ((ObjectNode) account.get("storage")).put(slot, "0x7");
                }
            });
            return result;
        });
    }

    @Test
    void aChangeThatWeDidNotMakeIsSeen() throws IOException {
        assertDifference("setup, transaction 1: the balance of 0x", (request, result) -> {
            if (result.has("post")) {
                ((ObjectNode) result.get("post"))
                        .putObject("0x" + "0".repeat(39) + "9")
                        .put("balance", "0x5");
            }
            return result;
        });
    }

    @Test
    void aViewThatSaysSomethingElseIsSeen() throws IOException {
        DeployedSystem vault = Vault.deployed();
        recording = Recording.of(vault, List.of(Vault.withdraw(vault, BigInteger.TEN)));
        assertDifference(
                "after step 1: vault.available() is 0x",
                (request, result) -> request.params()
                                .toString()
                                .contains(Selector.of("available()").toString())
                        ? JsonNodeFactory.instance.stringNode("0x" + "0".repeat(63) + "7")
                        : result);
    }

    @Test
    void nonsenseIsAnErrorAndNoDifference() throws IOException {
        BiFunction<Proxy.Asked, JsonNode, JsonNode> nonsense =
                (request, result) -> request.method().equals("eth_getTransactionReceipt") ? result.get("logs") : result;
        CrossCheckResult.Silent silent = assertInstanceOf(CrossCheckResult.Silent.class, through(nonsense));
        assertTrue(silent.reason().contains("eth_getTransactionReceipt has another form"), silent::reason);
    }

    private void assertDifference(String beginning, BiFunction<Proxy.Asked, JsonNode, JsonNode> change)
            throws IOException {
        CrossCheckResult.Differs differs = assertInstanceOf(CrossCheckResult.Differs.class, through(change));
        assertTrue(differs.difference().toString().startsWith(beginning), differs::toString);
    }

    private CrossCheckResult through(BiFunction<Proxy.Asked, JsonNode, JsonNode> change) throws IOException {
        try (StartedAnvil anvil = StartedAnvil.likeOurs();
                Proxy proxy = new Proxy(anvil.url(), change);
                RunningAnvil node = new RunningAnvil(proxy.url())) {
            return NodeReplay.run(recording, node);
        }
    }

    private CrossCheckResult insist(String url) {
        try (RunningAnvil node = new RunningAnvil(url)) {
            return NodeReplay.insist(recording, node);
        }
    }
}
