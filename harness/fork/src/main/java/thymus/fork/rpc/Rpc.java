package thymus.fork.rpc;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A node that answers JSON-RPC 2.0. Safe for use by several threads. */
public interface Rpc {
    /**
     * @param url http or https; it may hold a user and password, or a key in its path
     * @throws RpcException if that is no such URL; whether anybody answers there is seen at the first request
     */
    static Rpc at(String url) {
        return at(url, RpcOptions.STANDARD);
    }

    static Rpc at(String url, RpcOptions options) {
        return new HttpRpc(Endpoint.parse(url), options);
    }

    /**
     * Sends requests in batches and waits for all answers. Where an answer does not come, a request may be sent again
     * although the node has carried it out: where that matters, allow one attempt only.
     *
     * @return an answer for each request, in the same order, whatever order the node chose
     * @throws RpcException if the node cannot be reached, refuses, or does not keep to the protocol
     */
    List<RpcAnswer> ask(List<RpcRequest> requests);

    /** The URL with everything hidden that could be a secret; for messages. */
    String name();

    /**
     * As {@link #ask}, for callers to whom any error is a failure.
     *
     * @throws RpcErrorException if the node answers one of the requests with an error
     */
    default List<JsonNode> batch(List<RpcRequest> requests) {
        List<RpcAnswer> answers = ask(requests);
        return IntStream.range(0, answers.size())
                .mapToObj(i -> result(requests.get(i), answers.get(i)))
                .toList();
    }

    /**
     * One request.
     *
     * @param params see {@link RpcRequest#of}
     * @return the result, which may be JSON's null
     * @throws RpcErrorException if the node answers with an error
     */
    default JsonNode call(String method, Object... params) {
        return batch(List.of(RpcRequest.of(method, params))).getFirst();
    }

    private JsonNode result(RpcRequest request, RpcAnswer answer) {
        return switch (answer) {
            case RpcAnswer.Result result -> result.value();
            case RpcAnswer.Failure failure -> throw new RpcErrorException(name(), request, failure);
        };
    }
}
