package thymus.harness.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A node in this process that answers as a test tells it to, well or badly. */
public final class Node implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** What to do with a request that has arrived. */
    @FunctionalInterface
    public interface Manner {
        void answer(HttpExchange exchange, JsonNode request) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> seen = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    /** @param manners for the first request, the second, …; the last for all that follow */
    public Node(Manner... manners) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
                authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                seen.add(request);
                manners[Math.min(seen.size(), manners.length) - 1].answer(exchange, request);
            }
        });
        server.start();
    }

    /** Answers each request of a batch by itself. */
    public static Manner each(UnaryOperator<JsonNode> answer) {
        return (exchange, request) -> {
            if (!request.isArray()) {
                send(exchange, 200, answer.apply(request).toString());
                return;
            }
            var all = JSON.createArrayNode();
            request.forEach(one -> all.add(answer.apply(one)));
            send(exchange, 200, all.toString());
        };
    }

    /** Says back the parameters. */
    static Manner echo() {
        return each(request -> result(request, request.get("params")));
    }

    static Manner text(int status, String body) {
        return (exchange, request) -> send(exchange, status, body);
    }

    public static JsonNode result(JsonNode request, JsonNode result) {
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", request.get("id"));
        answer.set("result", result);
        return answer;
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The bodies of all requests so far. */
    public List<JsonNode> seen() {
        return seen;
    }

    List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
