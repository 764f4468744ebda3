package thymus.fork.rpc;

import java.util.List;
import java.util.stream.IntStream;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/**
 * A JSON-RPC 2.0 node. It is a web3j service with web3j's requests and answers, so code built on web3j can use it. Safe
 * for use by several threads if each has its own requests.
 */
public interface Rpc extends Web3jService {
    /**
     * A node at a URL, with the default options. The first request shows whether it answers.
     *
     * @param url http or https; it may hold a user and password, or a key in its path
     * @throws RpcException if the URL is invalid
     */
    static Rpc at(String url) {
        return at(url, RpcOptions.STANDARD);
    }

    /**
     * A node at a URL. The first request shows whether it answers.
     *
     * @throws RpcException if the URL is invalid
     */
    static Rpc at(String url, RpcOptions options) {
        return new HttpRpc(Endpoint.parse(url), options);
    }

    /** The URL for messages, without any part that could be secret. */
    String name();

    /**
     * A request to this node. Send it with the other methods here, or with its own.
     *
     * @param response web3j's type of the answer, or {@link JsonResponse}
     * @param params texts, booleans, JSON and web3j's own types; numbers in the notation of {@link Hex} only
     */
    default <T extends Response<?>> Request<Object, T> request(Class<T> response, String method, Object... params) {
        return new Request<>(method, List.of(params), this, response);
    }

    /**
     * Sends requests in batches and waits for all answers. If an answer is lost, a request is sent again although the
     * node may have executed it. Allow one attempt only if that matters.
     *
     * @return an answer for each request, in the order of the requests; a node's error is an answer too
     * @throws RpcException if the node cannot be reached, refuses, or violates the protocol
     */
    List<Response<?>> ask(List<? extends Request<?, ? extends Response<?>>> requests);

    /**
     * Sends requests like {@link #ask}, and treats every error as a failure.
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
     * Sends one request.
     *
     * @return the result, null for JSON's null
     * @throws RpcErrorException if the node answers with an error
     */
    default <R> R call(Request<?, ? extends Response<R>> request) {
        return result(request, ask(List.of(request)).getFirst());
    }

    /**
     * Sends one request whose answer may have any form.
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

    /** The result of a successful answer, in the type of its request. */
    @SuppressWarnings("unchecked") // the answer belongs to that request
    static <R> R resultOf(Request<?, ? extends Response<? extends R>> request, Response<?> answer) {
        return (R) answer.getResult();
    }
}
