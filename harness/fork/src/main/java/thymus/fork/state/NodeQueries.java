package thymus.fork.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import thymus.fork.rpc.Hex;
import thymus.fork.rpc.Rpc;
import thymus.fork.rpc.RpcErrorException;

/**
 * Requests about the state after one block. They name the block by its hash (EIP-1898), so that a node with another
 * block of that number reports an error. Nodes without EIP-1898 are asked by number.
 */
final class NodeQueries {
    private static final int INVALID_PARAMS = -32602;
    private static final int INVALID_REQUEST = -32600;
    /** The messages of nodes that have pruned the state or never had it. */
    private static final List<String> PRUNED = List.of(
            "missing trie node",
            "historical state",
            "state not available",
            "state is not available",
            "prune",
            "pruning",
            "state histories",
            "no state available",
            "archive",
            "blockoutofrange",
            "distance to target block exceeds");

    private static final List<String> NO_BLOCK = List.of(
            "header not found", "unknown block", "block not found", "resource not found", "header for hash not found");

    private final Rpc rpc;
    private final ForkPoint point;
    private volatile boolean byHash = true;

    /**
     * A request whose last parameter is the block, which web3j's own requests name by number.
     *
     * @param response web3j's type of the answer
     */
    record Query<R>(Class<? extends Response<? extends R>> response, String method, List<Object> params) {
        static <R> Query<R> of(Class<? extends Response<? extends R>> response, String method, Object... params) {
            return new Query<>(response, method, List.of(params));
        }
    }

    NodeQueries(Rpc rpc, ForkPoint point) {
        this.rpc = rpc;
        this.point = point;
    }

    String name() {
        return rpc.name();
    }

    /** @return the results, in the order of the queries */
    <R> List<R> ask(List<? extends Query<? extends R>> queries) {
        List<Request<Object, ? extends Response<? extends R>>> requests = new ArrayList<>();
        queries.forEach(query -> requests.add(request(query)));
        List<Response<?>> answers = rpc.ask(requests);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).hasError()) {
                Response.Error error = answers.get(i).getError();
                if (byHash && isAboutParameters(error)) {
                    byHash = false;
                    return ask(queries);
                }
                throw failed(requests.get(i), error);
            }
        }
        return IntStream.range(0, answers.size())
                .<R>mapToObj(i -> Rpc.resultOf(requests.get(i), answers.get(i)))
                .toList();
    }

    private <R> Request<Object, ? extends Response<? extends R>> request(Query<R> query) {
        List<Object> params = new ArrayList<>(query.params());
        params.add(byHash ? Map.of("blockHash", "0x" + point.fingerprint()) : Hex.quantity(point.number()));
        return rpc.request(query.response(), query.method(), params.toArray());
    }

    private static boolean isAboutParameters(Response.Error error) {
        return (error.getCode() == INVALID_PARAMS || error.getCode() == INVALID_REQUEST) && !says(error, PRUNED);
    }

    private static boolean says(Response.Error error, List<String> words) {
        String message = error.getMessage().toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(message::contains);
    }

    private RuntimeException failed(Request<?, ?> request, Response.Error error) {
        if (says(error, PRUNED)) {
            return new ForkException(rpc.name() + ": the node does not have the state of " + point.description()
                    + " (\"" + error.getMessage() + "\"): ask an archive node, or fork a newer block");
        }
        if (says(error, NO_BLOCK)) {
            return new ForkException(rpc.name() + ": the node does not know " + point.description() + " any more (\""
                    + error.getMessage() + "\"): the chain was reorganised or started anew; name the block again");
        }
        return new RpcErrorException(rpc.name(), request, error);
    }
}
