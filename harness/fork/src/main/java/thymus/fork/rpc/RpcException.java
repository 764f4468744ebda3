package thymus.fork.rpc;

import thymus.evm.HarnessException;

/** A node cannot be asked, or its answer is invalid. The message names the node without secrets. */
public class RpcException extends HarnessException {
    public RpcException(String message) {
        super(message);
    }

    public RpcException(String message, Throwable cause) {
        super(message, cause);
    }
}
