package thymus.fork.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.BatchResponse;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthBlockNumber;
import org.web3j.protocol.core.methods.response.EthChainId;
import org.web3j.protocol.core.methods.response.EthGetBalance;
import thymus.fixtures.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests reach the node and answers reach whom they belong to; what passes is tried again. */
@Timeout(30)
class RpcTest {
    private static final RpcOptions PROMPT =
            RpcOptions.STANDARD.withDelays(Duration.ZERO, Duration.ZERO).withTimeout(Duration.ofSeconds(10));

    @Test
    void aRequestStandsAloneAndItsResultComesBack() {
        try (Node node = new Node(Node.echo())) {
            JsonNode result = Rpc.at(node.url(), PROMPT).call("eth_getBalance", "0x12", "latest");
            assertEquals("[\"0x12\",\"latest\"]", result.toString());
            JsonNode request = node.seen().getFirst();
            assertEquals("2.0", request.get("jsonrpc").asString());
            assertEquals("eth_getBalance", request.get("method").asString());
        }
    }

    @Test
    void manyRequestsTravelInBatches() {
        try (Node node = new Node(Node.echo())) {
            List<JsonNode> results = numbered(node, 120);
            assertEquals(
                    List.of(50, 50, 20),
                    node.seen().stream().map(JsonNode::size).toList());
            assertEquals("[\"119\"]", results.get(119).toString());
        }
    }

    @Test
    void noRequestsAskNobody() {
        try (Node node = new Node(Node.echo())) {
            assertEquals(List.of(), Rpc.at(node.url(), PROMPT).batch(List.of()));
            assertEquals(List.of(), node.seen());
        }
    }

    @Test
    void anyOrderOfTheAnswersIsPutRight() {
        Node.Manner reversed = (exchange, request) -> {
            var all = new JsonMapper().createArrayNode();
            for (int i = request.size() - 1; i >= 0; i--) {
                all.add(Node.result(request.get(i), request.get(i).get("params")));
            }
            Node.send(exchange, 200, all.toString());
        };
        try (Node node = new Node(reversed)) {
            List<JsonNode> results = numbered(node, 3);
            assertEquals("[[\"0\"], [\"1\"], [\"2\"]]", results.toString());
        }
    }

    /** web3j itself matches the answers of a batch by their positions. */
    @Test
    void aBatchOfWeb3jIsMatchedByIdToo() throws IOException {
        try (Node node = new Node(shuffled())) {
            Rpc rpc = Rpc.at(node.url(), PROMPT);
            BatchRequest batch = new BatchRequest(rpc)
                    .add(rpc.request(EthChainId.class, "eth_chainId"))
                    .add(rpc.request(EthGetBalance.class, "eth_getBalance", "0x12"))
                    .add(rpc.request(JsonResponse.class, "fail"))
                    .add(rpc.request(EthBlockNumber.class, "eth_blockNumber"));
            BatchResponse answers = batch.send();
            assertEquals(
                    BigInteger.ONE,
                    assertInstanceOf(EthChainId.class, answers.getResponses().get(0))
                            .getChainId());
            assertEquals(
                    BigInteger.TWO,
                    assertInstanceOf(EthGetBalance.class, answers.getResponses().get(1))
                            .getBalance());
            Response<?> failed =
                    assertInstanceOf(JsonResponse.class, answers.getResponses().get(2));
            assertEquals("no", failed.getError().getMessage());
            assertEquals("0x08c379a0", failed.getError().getData());
            assertEquals(
                    BigInteger.valueOf(4),
                    assertInstanceOf(
                                    EthBlockNumber.class, answers.getResponses().get(3))
                            .getBlockNumber());
            assertEquals(1, node.seen().size());
        }
    }

    /** The second, the fourth, the third and the first answer. */
    private static Node.Manner shuffled() {
        return (exchange, request) -> {
            var all = new JsonMapper().createArrayNode();
            for (int i : new int[] {1, 3, 2, 0}) {
                JsonNode one = request.get(i);
                all.add(
                        one.get("method").asString().equals("fail")
                                ? error(one, 3, "no", "0x08c379a0")
                                : Node.result(one, JsonNodeFactory.instance.stringNode("0x" + (i + 1))));
            }
            Node.send(exchange, 200, all.toString());
        };
    }

    /** Whoever builds on web3j asks like this. */
    @Test
    void aRequestOfWeb3jSendsItself() throws IOException {
        Node.Manner five = Node.each(r -> Node.result(r, JsonNodeFactory.instance.stringNode("0x5")));
        try (Node node = new Node(Node.text(503, "busy"), five)) {
            Rpc rpc = Rpc.at(node.url(), PROMPT);
            EthBlockNumber number =
                    rpc.request(EthBlockNumber.class, "eth_blockNumber").send();
            assertEquals(BigInteger.valueOf(5), number.getBlockNumber());
            assertEquals(2, node.seen().size());
        }
    }

    /** An answer to an attempt that was given up must not pass for one to the next. */
    @Test
    void everyAttemptHasIdsOfItsOwn() {
        try (Node node = new Node(Node.text(503, "busy"), Node.echo())) {
            Rpc rpc = Rpc.at(node.url(), PROMPT);
            rpc.call("a");
            rpc.call("b");
            assertEquals(
                    List.of(1, 2, 3),
                    node.seen().stream().map(r -> r.get("id").intValue()).toList());
        }
    }

    @Test
    void aResultOfNullIsAnAnswer() {
        try (Node node = new Node(Node.each(r -> Node.result(r, null)))) {
            assertTrue(Rpc.at(node.url(), PROMPT)
                    .call("eth_getTransactionReceipt", "0x1")
                    .isNull());
        }
    }

    @Test
    void anErrorIsTheAnswerToOneRequestOfABatch() {
        Node.Manner second =
                Node.each(request -> request.get("params").get(0).asString().equals("1")
                        ? error(request, 3, "execution reverted")
                        : Node.result(request, request.get("params")));
        try (Node node = new Node(second)) {
            Rpc rpc = Rpc.at(node.url(), PROMPT);
            List<Response<?>> answers = rpc.ask(numbered(rpc, 3));
            assertFalse(answers.get(0).hasError());
            assertEquals("execution reverted", answers.get(1).getError().getMessage());
            assertEquals(3, answers.get(1).getError().getCode());
            assertEquals("[\"2\"]", answers.get(2).getResult().toString());
            assertEquals(1, node.seen().size(), "an answer is not asked for again");
        }
    }

    @Test
    void aMethodThatTheNodeLacksIsNamed() {
        try (Node node = new Node(Node.each(r -> error(r, -32601, "Method not found")))) {
            RpcErrorException e = assertThrows(
                    RpcErrorException.class, () -> Rpc.at(node.url(), PROMPT).call("anvil_setCode"));
            assertTrue(e.getMessage().contains("anvil_setCode"), e.getMessage());
            assertTrue(e.getMessage().contains("does not have the method"), e.getMessage());
        }
    }

    @Test
    void whatPassesIsTriedAgain() {
        Node.Manner limit = Node.each(r -> error(r, -32005, "limit exceeded"));
        try (Node node = new Node(Node.text(503, "busy"), Node.text(429, ""), limit, Node.echo())) {
            assertEquals("[]", Rpc.at(node.url(), PROMPT).call("eth_chainId").toString());
            assertEquals(4, node.seen().size());
        }
    }

    @Test
    void triesEnd() {
        try (Node node = new Node(Node.text(503, "busy"))) {
            RpcException e = assertThrows(
                    RpcUnreachableException.class,
                    () -> Rpc.at(node.url(), PROMPT.withAttempts(3)).call("eth_chainId"));
            assertEquals(node.url() + ": eth_chainId: HTTP status 503 (3 attempts)", e.getMessage());
            assertEquals(3, node.seen().size());
        }
    }

    @Test
    void nobodyThereIsSaid() {
        String url;
        try (Node node = new Node(Node.echo())) {
            url = node.url();
        }
        RpcException e = assertThrows(
                RpcUnreachableException.class, () -> Rpc.at(url, PROMPT).call("eth_chainId"));
        assertTrue(e.getMessage().contains("is the node running?"), e.getMessage());
    }

    @Test
    void aWrongKeyIsNotTriedAgain() {
        try (Node node = new Node(Node.text(401, "no"))) {
            RpcException e = assertThrows(
                    RpcRefusedException.class, () -> Rpc.at(node.url(), PROMPT).call("eth_chainId"));
            assertTrue(e.getMessage().contains("key"), e.getMessage());
            assertEquals(1, node.seen().size());
        }
    }

    @Test
    void anErrorUnderStatus400IsRead() {
        try (Node node =
                new Node(Node.text(400, "{\"id\":null,\"error\":{\"code\":-32602,\"message\":\"bad block\"}}"))) {
            RpcException e = assertThrows(
                    RpcErrorException.class, () -> Rpc.at(node.url(), PROMPT).call("eth_chainId"));
            assertTrue(e.getMessage().contains("bad block"), e.getMessage());
        }
    }

    @Test
    void secretsOfTheUrlAreSentButNeverSaid() {
        String quoting = "<html>Cannot POST /v2/SECRET?token=HIDDEN</html>";
        try (Node node = new Node(Node.text(200, quoting))) {
            String url = node.url().replace("http://", "http://user:WORD@") + "/v2/SECRET?token=HIDDEN";
            RpcException e = assertThrows(
                    RpcProtocolException.class, () -> Rpc.at(url, PROMPT).call("eth_chainId"));
            assertTrue(e.getMessage().contains(node.url() + "/***"), e.getMessage());
            assertFalse(e.getMessage().matches("(?s).*(SECRET|HIDDEN|WORD).*"), e.getMessage());
            assertEquals(List.of("Basic dXNlcjpXT1JE"), node.authorizations());
        }
    }

    @Test
    void whatIsNoUrlIsRefusedWithoutBeingQuoted() {
        for (String url : List.of("SECRET", "ftp://SECRET", "http://", "http://a b/SECRET", "file:///SECRET", "")) {
            RpcException e = assertThrows(RpcException.class, () -> Rpc.at(url));
            assertFalse(e.getMessage().contains("SECRET"), e.getMessage());
        }
    }

    @Test
    void waitsDoubleUpToABound() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(500));
        assertEquals(
                List.of(100L, 200L, 400L, 500L, 500L),
                IntStream.of(1, 2, 3, 4, 90)
                        .mapToObj(i -> backoff.after(i, 1).toMillis())
                        .toList());
        assertEquals(50, backoff.after(1, 0).toMillis());
    }

    private static List<JsonNode> numbered(Node node, int count) {
        Rpc rpc = Rpc.at(node.url(), PROMPT);
        return rpc.batch(numbered(rpc, count));
    }

    private static List<Request<Object, JsonResponse>> numbered(Rpc rpc, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> rpc.request(JsonResponse.class, "m", Integer.toString(i)))
                .toList();
    }

    private static ObjectNode error(JsonNode request, int code, String message) {
        ObjectNode answer = new JsonMapper().createObjectNode();
        answer.set("id", request.get("id"));
        answer.putObject("error").put("code", code).put("message", message);
        return answer;
    }

    private static ObjectNode error(JsonNode request, int code, String message, String data) {
        ObjectNode answer = error(request, code, message);
        answer.withObjectProperty("error").put("data", data);
        return answer;
    }
}
