package thymus.corpus.independent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import org.web3j.protocol.core.Response;
import thymus.fork.rpc.JsonResponse;
import thymus.fork.rpc.Rpc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stands before a node and changes what it says. */
public final class Proxy implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** A request that passes. */
    public record Asked(String method, List<JsonNode> params) {}

    private final HttpServer server;
    private final Rpc node;
    private final BiFunction<Asked, JsonNode, JsonNode> change;

    /** @param change what to say instead of a result */
    public Proxy(String url, BiFunction<Asked, JsonNode, JsonNode> change) {
        this.node = Rpc.at(url);
        this.change = change;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            List<JsonNode> all = body.isArray() ? list(body) : List.of(body);
            List<Asked> requests = all.stream()
                    .map(one -> new Asked(one.get("method").asString(), list(one.get("params"))))
                    .toList();
            List<Response<?>> answers = node.ask(requests.stream()
                    .map(asked -> node.request(
                            JsonResponse.class, asked.method(), asked.params().toArray()))
                    .toList());
            ArrayNode said = JSON.createArrayNode();
            for (int i = 0; i < all.size(); i++) {
                said.add(answer(all.get(i).get("id"), requests.get(i), answers.get(i)));
            }
            byte[] bytes = (body.isArray() ? said : said.get(0)).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private JsonNode answer(JsonNode id, Asked request, Response<?> answer) {
        ObjectNode json = JSON.createObjectNode();
        json.set("id", id);
        if (answer.hasError()) {
            json.putObject("error")
                    .put("code", answer.getError().getCode())
                    .put("message", answer.getError().getMessage());
        } else {
            json.set("result", change.apply(request, (JsonNode) answer.getResult()));
        }
        return json;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
