package thymus.fork.rpc;

/** The server's answer does not match the request: it is not JSON, too long, or has other ids. */
public final class RpcProtocolException extends RpcException {
    RpcProtocolException(String message) {
        super(message);
    }
}
