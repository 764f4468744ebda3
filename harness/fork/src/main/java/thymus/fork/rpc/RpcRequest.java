package thymus.fork.rpc;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** @param method such as {@code eth_getBalance} */
public record RpcRequest(String method, List<JsonNode> params) {
    public RpcRequest {
        params = List.copyOf(params);
    }

    /**
     * @param params texts, truth values and JSON; numbers only as {@link Hex} writes them, which is how Ethereum's
     *     methods want them
     */
    public static RpcRequest of(String method, Object... params) {
        return new RpcRequest(method, Arrays.stream(params).map(RpcRequest::json).toList());
    }

    private static JsonNode json(Object param) {
        return switch (param) {
            case JsonNode node -> node;
            case String text -> JsonNodeFactory.instance.stringNode(text);
            case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
            default -> throw new IllegalArgumentException("no parameter of a request: " + param);
        };
    }
}
