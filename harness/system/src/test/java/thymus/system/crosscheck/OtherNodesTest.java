package thymus.system.crosscheck;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import thymus.evm.HarnessException;
import thymus.fixtures.Node;
import thymus.system.execution.Systems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Nodes that are no anvil, or none that a sequence fits, are named as such and left alone. */
@Timeout(60)
class OtherNodesTest {
    @Test
    void anotherClientIsNamedAndAskedNothingElse() {
        try (Node node = answering(Map.of("web3_clientVersion", text("Geth/v1.16.1-stable\u001b[2J")))) {
            String message = refused(node);
            assertTrue(message.contains("\"Geth/v1.16.1-stable?[2J\""), message);
            assertTrue(message.contains("--on anvil"), message);
            assertTrue(node.seen().size() == 1, node.seen()::toString);
        }
    }

    @Test
    void anotherHardforkIsNamedWithTheCommandThatStartsTheRightOne() {
        JsonNode info = JsonNodeFactory.instance.objectNode().put("hardFork", "Prague");
        JsonNode block =
                JsonNodeFactory.instance.objectNode().put("timestamp", "0x1").put("gasLimit", "0x2aea540");
        try (Node node = answering(Map.of(
                "web3_clientVersion",
                text("anvil/v1.7.1"),
                "eth_chainId",
                text("0x7a69"),
                "eth_blockNumber",
                text("0x1312cff"),
                "eth_getBlockByNumber",
                block,
                "anvil_nodeInfo",
                info))) {
            String message = refused(node);
            assertTrue(message.contains("hardfork Prague"), message);
            assertTrue(message.contains("anvil --hardfork osaka --chain-id 31337 --number 19999999"), message);
            assertTrue(
                    node.seen().stream()
                            .noneMatch(r -> r.get("method").asString().contains("set")),
                    "it is left alone");
        }
    }

    @Test
    void aNodeThatIsNotThereIsSaid() {
        try (RunningAnvil anvil = new RunningAnvil("http://127.0.0.1:1")) {
            String message =
                    assertThrows(HarnessException.class, () -> insist(anvil)).getMessage();
            assertTrue(message.contains("is the node running?"), message);
        }
    }

    private static String refused(Node node) {
        try (RunningAnvil anvil = new RunningAnvil(node.url())) {
            return assertThrows(IndependentException.class, () -> insist(anvil)).getMessage();
        }
    }

    private static void insist(RunningAnvil anvil) {
        NodeReplay.insist(Recording.of(Systems.plain(), List.of()), anvil);
    }

    private static Node answering(Map<String, JsonNode> answers) {
        return new Node(Node.each(request ->
                Node.result(request, answers.get(request.get("method").asString()))));
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }
}
