package thymus.fork.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import thymus.fork.rpc.Hex;
import thymus.fork.rpc.Rpc;
import thymus.fork.rpc.RpcAnswer;
import thymus.fork.rpc.RpcErrorException;
import thymus.fork.rpc.RpcRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Requests about the state after one block. The block is named by its hash (EIP-1898), so that a node that has another
 * block of that number by now says so; nodes that cannot do that are asked by the number.
 */
final class NodeQueries {
    private static final long INVALID_PARAMS = -32602;
    private static final long INVALID_REQUEST = -32600;
    /** How nodes say that they have thrown the state away, or never had it. */
    private static final List<String> PRUNED = List.of(
            "missing trie node", "historical state", "state not available", "state is not available", "prune", "pruning",
            "state histories", "no state available", "archive", "blockoutofrange", "distance to target block exceeds");

    private static final List<String> NO_BLOCK =
            List.of("header not found", "unknown block", "block not found", "resource not found", "header for hash not found");

    private final Rpc rpc;
    private final ForkPoint point;
    private volatile boolean byHash = true;

    /** A request whose last parameter is the block. */
    record Query(String method, List<Object> params) {
        static Query of(String method, Object... params) {
            return new Query(method, List.of(params));
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
    List<JsonNode> ask(List<Query> queries) {
        List<RpcRequest> requests = queries.stream().map(this::request).toList();
        List<RpcAnswer> answers = rpc.ask(requests);
        List<JsonNode> results = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            switch (answers.get(i)) {
                case RpcAnswer.Result result -> results.add(result.value());
                case RpcAnswer.Failure failure -> {
                    if (byHash && isAboutParameters(failure)) {
                        byHash = false;
                        return ask(queries);
                    }
                    throw failed(requests.get(i), failure);
                }
            }
        }
        return results;
    }

    private RpcRequest request(Query query) {
        List<Object> params = new ArrayList<>(query.params());
        params.add(byHash
                ? JsonNodeFactory.instance.objectNode().put("blockHash", "0x" + point.fingerprint())
                : Hex.quantity(point.number()));
        return RpcRequest.of(query.method(), params.toArray());
    }

    private static boolean isAboutParameters(RpcAnswer.Failure failure) {
        return (failure.code() == INVALID_PARAMS || failure.code() == INVALID_REQUEST) && !says(failure, PRUNED);
    }

    private static boolean says(RpcAnswer.Failure failure, List<String> words) {
        String message = failure.message().toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(message::contains);
    }

    private RuntimeException failed(RpcRequest request, RpcAnswer.Failure failure) {
        if (says(failure, PRUNED)) {
            return new ForkException(rpc.name() + ": the node does not have the state of " + point.description() + " (\""
                    + failure.message() + "\"): ask an archive node, or fork a newer block");
        }
        if (says(failure, NO_BLOCK)) {
            return new ForkException(rpc.name() + ": the node does not know " + point.description() + " any more (\""
                    + failure.message() + "\"): the chain was reorganised or started anew; name the block again");
        }
        return new RpcErrorException(rpc.name(), request, failure);
    }
}
