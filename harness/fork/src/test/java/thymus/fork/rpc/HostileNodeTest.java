package thymus.fork.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.protocol.core.methods.response.EthGetBalance;
import thymus.fixtures.Node;

/** Whatever a server sends: bounded time and memory, and an error that names what is wrong with it. */
@Timeout(30)
class HostileNodeTest {
    private static final RpcOptions STRICT = RpcOptions.STANDARD
            .withDelays(Duration.ZERO, Duration.ZERO)
            .withTimeout(Duration.ofSeconds(10))
            .withLargestAnswer(1 << 20);

    static Stream<Arguments> answersToTwo() {
        return Stream.of(
                Arguments.of("<html><body>Welcome</body></html>", "not JSON"),
                Arguments.of("", "empty"),
                Arguments.of("[", "not JSON"),
                Arguments.of("[] []", "not JSON"),
                Arguments.of("[".repeat(100_000), "nesting"),
                Arguments.of("{\"id\":1,\"id\":1,\"result\":1}", "uplicate"),
                Arguments.of("null", "single value"),
                Arguments.of("7", "single value"),
                Arguments.of("{\"id\":1,\"result\":\"0x1\"}", "single value"),
                Arguments.of("{\"id\":null,\"error\":{\"code\":-32600,\"message\":\"no batches\"}}", "no batches"),
                Arguments.of("[]", "no answer to a"),
                Arguments.of("[{\"id\":1,\"result\":1}]", "no answer to b"),
                Arguments.of("[{\"id\":1,\"result\":1},{\"id\":1,\"result\":2}]", "two answers"),
                Arguments.of("[{\"id\":1,\"result\":1},{\"id\":3,\"result\":2}]", "which no request had"),
                Arguments.of("[{\"id\":\"1\",\"result\":1},{\"id\":2,\"result\":2}]", "which no request had"),
                Arguments.of("[{\"id\":2,\"result\":1},{\"id\":\"2\",\"result\":2}]", "which no request had"),
                Arguments.of("[{\"id\":null,\"result\":1},{\"id\":2,\"result\":2}]", "which no request had"),
                Arguments.of(
                        "[{\"id\":1,\"result\":1},{\"id\":2,\"result\":2},{\"id\":2,\"result\":2}]", "two answers"),
                Arguments.of("[{\"id\":1,\"result\":1},{\"id\":2,\"error\":null}]", "neither a result nor an error"),
                Arguments.of("[{\"id\":1,\"result\":" + "9".repeat(1001) + "},{\"id\":2,\"result\":2}]", "not JSON"),
                Arguments.of("[{\"id\":1.5,\"result\":1},{\"id\":2,\"result\":2}]", "which no request had"),
                Arguments.of("[{\"id\":1e99,\"result\":1},{\"id\":2,\"result\":2}]", "which no request had"),
                Arguments.of("[1,2]", "which no request had"),
                Arguments.of("[{\"id\":1},{\"id\":2}]", "neither a result nor an error"));
    }

    @ParameterizedTest
    @MethodSource("answersToTwo")
    void whatIsNoAnswerIsRefused(String body, String reason) {
        try (Node node = new Node(Node.text(200, body))) {
            RpcException e = assertThrows(RpcException.class, () -> askTwo(Rpc.at(node.url(), STRICT)));
            assertTrue(e.getMessage().startsWith(node.url() + ": a: "), e.getMessage());
            assertTrue(e.getMessage().contains(reason), e.getMessage());
            assertTrue(e.getMessage().length() < 600, e.getMessage());
            assertEquals(1, node.seen().size(), "asking again would not help");
        }
    }

    private static void askTwo(Rpc rpc) {
        rpc.batch(List.of(rpc.request(JsonResponse.class, "a"), rpc.request(JsonResponse.class, "b")));
    }

    static Stream<Arguments> answersToOne() {
        return Stream.of(
                Arguments.of("{\"id\":\"1\",\"result\":\"0x1\"}", "an answer has the id \"1\", which no request had"),
                Arguments.of("{\"id\":2,\"result\":\"0x1\"}", "an answer has the id 2, which no request had"),
                Arguments.of("{\"result\":\"0x1\"}", "which no request had"),
                Arguments.of("[{\"id\":1,\"result\":\"0x1\"}]", "which no request had"),
                Arguments.of(
                        "{\"id\":1,\"result\":{}}",
                        "the result of eth_getBalance has another form than that method's: {}"),
                Arguments.of("{\"id\":1,\"result\":[\"0x1\"]}", "has another form"),
                Arguments.of("{\"id\":1,\"result\":" + "[".repeat(400) + "]".repeat(400) + "}", "has another form"),
                Arguments.of("{\"id\":1,\"error\":{\"code\":1e99,\"message\":{}}}", "the node answers with error 0: {"),
                Arguments.of("{\"id\":1,\"error\":\"no\"}", "the node answers with error 0: \"no\""),
                Arguments.of(
                        "{\"id\":1,\"error\":{\"code\":3,\"message\":\"no\",\"data\":{\"a\":[1]}}}", "error 3: no"));
    }

    /** Also where web3j has a type for the answer. */
    @ParameterizedTest
    @MethodSource("answersToOne")
    void whatIsNoBalanceIsRefused(String body, String reason) {
        try (Node node = new Node(Node.text(200, body))) {
            Rpc rpc = Rpc.at(node.url(), STRICT);
            RpcException e = assertThrows(
                    RpcException.class, () -> rpc.call(rpc.request(EthGetBalance.class, "eth_getBalance", "0x12")));
            assertTrue(e.getMessage().startsWith(node.url() + ": eth_getBalance: "), e.getMessage());
            assertTrue(e.getMessage().contains(reason), e.getMessage());
            assertTrue(e.getMessage().length() < 600, e.getMessage());
            assertEquals(1, node.seen().size(), "asking again would not help");
        }
    }

    /** web3j's own answers turn their texts into numbers where they are asked for them. */
    @Test
    void aNumberOfAnyOtherTypeIsNoHexadecimalText() {
        for (String result : List.of("5", "true", "\"5\"", "null", "1e400", "\"0x" + "f".repeat(65) + "\"")) {
            try (Node node = new Node(Node.text(200, "{\"id\":1,\"result\":" + result + "}"))) {
                Rpc rpc = Rpc.at(node.url(), STRICT);
                String balance = rpc.call(rpc.request(EthGetBalance.class, "eth_getBalance", "0x12"));
                RpcException e = assertThrows(RpcProtocolException.class, () -> Hex.word(balance, "the balance"));
                assertTrue(
                        e.getMessage().startsWith("the balance: expected a number in hexadecimal digits"),
                        e.getMessage());
            }
        }
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        Node.Manner endless = (exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (true) { // until the client closes the connection
                out.write(new byte[10_000]);
            }
        };
        try (Node node = new Node(endless)) {
            RpcException e = assertThrows(
                    RpcProtocolException.class, () -> Rpc.at(node.url(), STRICT).call("a"));
            assertTrue(e.getMessage().contains("1,048,576 bytes"), e.getMessage());
        }
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        Node.Manner stalling = (exchange, request) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (Node node = new Node(stalling)) {
            RpcOptions brief = STRICT.withTimeout(Duration.ofMillis(200)).withAttempts(2);
            RpcException e = assertThrows(
                    RpcUnreachableException.class,
                    () -> Rpc.at(node.url(), brief).call("a"));
            assertTrue(e.getMessage().contains("no complete answer within 0.2 s (2 attempts)"), e.getMessage());
            over.countDown();
        }
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() {
        Node.Manner breaking = (exchange, request) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
        };
        try (Node node = new Node(breaking, Node.echo())) {
            assertEquals("[]", Rpc.at(node.url(), STRICT).call("a").toString());
        }
    }

    @Test
    void controlCharactersOfANodeAreNotPassedOn() {
        try (Node node = new Node(Node.text(200, "{\"error\":{\"code\":1,\"message\":\"\\u001b[2J\\u202edlrow\"}}"))) {
            RpcException e = assertThrows(
                    RpcErrorException.class, () -> Rpc.at(node.url(), STRICT).call("a"));
            assertTrue(e.getMessage().codePoints().allMatch(c -> c >= ' ' && c != 0x202e), e.getMessage());
        }
    }

    @Test
    void numbersAndBytesAreHeldToTheirForms() {
        try (Node node = new Node(Node.echo())) {
            Rpc rpc = Rpc.at(node.url(), STRICT);
            assertEquals(255, Hex.number(rpc.call("a", "0xff").get(0), "x"));
            assertEquals(2, Hex.bytes(rpc.call("a", "0x00ff").get(0), "x").length);
            for (String wrong : List.of("", "0x", "ff", "0xzz", "0x" + "f".repeat(65), "0x-1", "1")) {
                assertThrows(
                        RpcProtocolException.class,
                        () -> Hex.number(rpc.call("a", wrong).get(0), "x"),
                        wrong);
            }
            for (String wrong : List.of("", "0x0", "00", "0xzz", "0x" + "f".repeat(99_999))) {
                assertThrows(
                        RpcProtocolException.class,
                        () -> Hex.bytes(rpc.call("a", wrong).get(0), "x"),
                        wrong);
            }
            assertThrows(
                    RpcProtocolException.class,
                    () -> Hex.word(rpc.call("a", true).get(0), "x"));
            assertThrows(
                    RpcProtocolException.class,
                    () -> Hex.address(rpc.call("a", "0x12").get(0), "x"));
        }
    }
}
