package thymus.fork.rpc;

/** Nobody answers, or not in time, or only to say that it cannot now; after all attempts. */
public final class RpcUnreachableException extends RpcException {
    RpcUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
