package thymus.fork.rpc;

import java.util.List;
import java.util.stream.IntStream;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/**
 * A node that answers JSON-RPC 2.0. Requests and answers are web3j's, and so is the service itself: what is built on
 * web3j can ask it too. Safe for use by several threads, each with requests of its own.
 */
public interface Rpc extends Web3jService {
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

    /** The URL with everything hidden that could be a secret; for messages. */
    String name();

    /**
     * A request to this node. It is sent by the other methods here, or by its own.
     *
     * @param response web3j's type of the answer, or {@link JsonResponse}
     * @param params texts, truth values, JSON and web3j's own; numbers only as {@link Hex} writes them, which is how
     *     Ethereum's methods want them
     */
    default <T extends Response<?>> Request<Object, T> request(Class<T> response, String method, Object... params) {
        return new Request<>(method, List.of(params), this, response);
    }

    /**
     * Sends requests in batches and waits for all answers. Where an answer does not come, a request may be sent again
     * although the node has carried it out: where that matters, allow one attempt only.
     *
     * @return an answer for each request, in the same order, whatever order the node chose; the node's errors are
     *     answers too
     * @throws RpcException if the node cannot be reached, refuses, or does not keep to the protocol
     */
    List<Response<?>> ask(List<? extends Request<?, ? extends Response<?>>> requests);

    /**
     * As {@link #ask}, for callers to whom any error is a failure.
     *
     * @return the results, null for JSON's null
     * @throws RpcErrorException if the node answers one of the requests with an error
     */
    default <R> List<R> batch(List<? extends Request<?, ? extends Response<? extends R>>> requests) {
        List<Response<?>> answers = ask(requests);
        return IntStream.range(0, answers.size())
                .<R>mapToObj(i -> result(requests.get(i), answers.get(i)))
                .toList();
    }

    /**
     * One request.
     *
     * @return the result, null for JSON's null
     * @throws RpcErrorException if the node answers with an error
     */
    default <R> R call(Request<?, ? extends Response<R>> request) {
        return result(request, ask(List.of(request)).getFirst());
    }

    /**
     * One request whose answer may have any form.
     *
     * @param params see {@link #request}
     * @return the result, which may be JSON's null
     * @throws RpcErrorException if the node answers with an error
     */
    default JsonNode call(String method, Object... params) {
        return call(request(JsonResponse.class, method, params));
    }

    @Override
    void close();

    private <R> R result(Request<?, ? extends Response<? extends R>> request, Response<?> answer) {
        if (answer.hasError()) {
            throw new RpcErrorException(name(), request, answer.getError());
        }
        return resultOf(request, answer);
    }

    /** The result of an answer that is no error, in the type that its request names. */
    @SuppressWarnings("unchecked") // as long as the answer is that request's
    static <R> R resultOf(Request<?, ? extends Response<? extends R>> request, Response<?> answer) {
        return (R) answer.getResult();
    }
}
