package thymus.fork.rpc;

import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;

/** The node answered a request with a JSON-RPC error. */
public final class RpcErrorException extends RpcException {
    /** JSON-RPC 2.0: the method does not exist. */
    private static final int METHOD_NOT_FOUND = -32601;

    /** @param error with a printable message, as {@link Rpc#ask} gives it */
    public RpcErrorException(String node, Request<?, ?> request, Response.Error error) {
        super(node + ": " + request.getMethod() + ": the node answers with error " + error.getCode() + ": "
                + error.getMessage() + advice(error));
    }

    private static String advice(Response.Error error) {
        return error.getCode() == METHOD_NOT_FOUND
                ? "; this kind of node does not have the method: use one that does"
                : "";
    }
}
