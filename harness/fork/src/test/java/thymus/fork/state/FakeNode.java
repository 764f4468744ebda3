package thymus.fork.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import thymus.fixtures.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A chain of one interesting block, told by a node in this process; answers can be replaced. */
final class FakeNode {
    static final String CONTRACT = "0x00000000000000000000000000000000000000c0";
    static final String HASH = "0x" + "ab".repeat(32);
    private static final String ZERO = "0x" + "00".repeat(32);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Method to what is answered in its place: a result, or an object with the one field {@code error}. */
    private final Map<String, Function<JsonNode, JsonNode>> replaced = new HashMap<>();

    private final Set<String> methods = ConcurrentHashMap.newKeySet();

    FakeNode replace(String method, Function<JsonNode, JsonNode> answer) {
        replaced.put(method, answer);
        return this;
    }

    FakeNode failing(String method, int code, String message) {
        ObjectNode error = JSON.objectNode();
        error.putObject("error").put("code", code).put("message", message);
        return replace(method, params -> error);
    }

    Node start() {
        return new Node(Node.each(this::answer));
    }

    /** Which methods were called so far. */
    Set<String> methods() {
        return new TreeSet<>(methods);
    }

    private JsonNode answer(JsonNode request) {
        String method = request.get("method").asString();
        methods.add(method);
        JsonNode params = request.get("params");
        JsonNode result = replaced.getOrDefault(method, p -> result(method, p)).apply(params);
        if (result.isObject() && result.size() == 1 && result.has("error")) {
            ObjectNode answer = ((ObjectNode) result).deepCopy();
            return answer.put("jsonrpc", "2.0").set("id", request.get("id"));
        }
        return Node.result(request, result);
    }

    private static JsonNode result(String method, JsonNode params) {
        return switch (method) {
            case "eth_chainId" -> JSON.stringNode("0x2a");
            case "eth_blockNumber" -> JSON.stringNode("0x64");
            case "eth_getBlockByNumber" -> block(params.get(0).asString());
            case "eth_getBalance" -> JSON.stringNode("0x5");
            case "eth_getTransactionCount" -> JSON.stringNode("0x1");
            case "eth_getCode" -> JSON.stringNode(params.get(0).asString().equals(CONTRACT) ? "0x6001" : "0x");
            case "eth_getStorageAt" ->
                JSON.stringNode(
                        "0x" + "00".repeat(30) + params.get(1).asString().substring(62));
            default -> {
                ObjectNode error = JSON.objectNode();
                error.putObject("error").put("code", -32601).put("message", "no such method");
                yield error;
            }
        };
    }

    /** The header with 100, the latest; none above it. */
    static JsonNode block(String number) {
        boolean latest = number.equals("latest") || number.equals("0x64");
        if (!latest && Long.decode(number) > 100) {
            return JSON.nullNode();
        }
        ObjectNode header = JSON.objectNode();
        for (String field :
                new String[] {"parentHash", "sha3Uncles", "stateRoot", "transactionsRoot", "receiptsRoot", "mixHash"}) {
            header.put(field, ZERO);
        }
        return header.put("miner", "0x" + "00".repeat(20))
                .put("logsBloom", "0x" + "00".repeat(256))
                .put("difficulty", "0x0")
                .put("number", latest ? "0x64" : number)
                .put("gasLimit", "0x1")
                .put("gasUsed", "0x0")
                .put("timestamp", "0x65000000")
                .put("extraData", "0x")
                .put("nonce", "0x0000000000000000")
                .put("hash", HASH);
    }
}
