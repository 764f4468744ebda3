package thymus.fork.rpc;

/** The server answers with an HTTP status that a retry would not change, such as 401. */
public final class RpcRefusedException extends RpcException {
    RpcRefusedException(String message) {
        super(message);
    }
}
