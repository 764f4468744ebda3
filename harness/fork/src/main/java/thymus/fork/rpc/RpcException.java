package thymus.fork.rpc;

import thymus.evm.HarnessException;

/** A node that could not be asked, or whose answer is of no use; the message names the node, secrets hidden. */
public class RpcException extends HarnessException {
    public RpcException(String message) {
        super(message);
    }

    public RpcException(String message, Throwable cause) {
        super(message, cause);
    }
}
