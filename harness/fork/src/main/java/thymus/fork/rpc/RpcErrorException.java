package thymus.fork.rpc;

/** The node answered a request with an error of its own. */
public final class RpcErrorException extends RpcException {
    private final transient RpcAnswer.Failure failure;

    public RpcErrorException(String node, RpcRequest request, RpcAnswer.Failure failure) {
        super(node + ": " + request.method() + ": the node answers with error " + failure.code() + ": "
                + failure.message() + advice(failure));
        this.failure = failure;
    }

    public RpcAnswer.Failure failure() {
        return failure;
    }

    private static String advice(RpcAnswer.Failure failure) {
        return failure.code() == RpcAnswer.Failure.METHOD_NOT_FOUND
                ? "; this kind of node does not have the method: use one that does"
                : "";
    }
}
