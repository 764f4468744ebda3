package thymus.fork.rpc;

/** The server does not answer, answers too late, or is temporarily unavailable, after all attempts. */
public final class RpcUnreachableException extends RpcException {
    RpcUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
