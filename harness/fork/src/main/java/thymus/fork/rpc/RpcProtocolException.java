package thymus.fork.rpc;

/** What the server sends is no answer to what was asked: no JSON, too much of it, other ids. */
public final class RpcProtocolException extends RpcException {
    RpcProtocolException(String message) {
        super(message);
    }
}
