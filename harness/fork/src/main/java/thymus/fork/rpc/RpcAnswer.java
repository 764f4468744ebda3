package thymus.fork.rpc;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a node says to one request. */
public sealed interface RpcAnswer {
    /** @param value may be JSON's null, as for a receipt that is not there */
    record Result(JsonNode value) implements RpcAnswer {}

    /**
     * The node understood and says no.
     *
     * @param message as the node wrote it, without control characters, and cut where it is long
     * @param data what came with it, such as the data of a REVERT
     */
    record Failure(long code, String message, Optional<JsonNode> data) implements RpcAnswer {
        /** JSON-RPC 2.0: there is no such method. */
        public static final long METHOD_NOT_FOUND = -32601;

        /** EIP-1474: the node has had enough of us for now. */
        static final long LIMIT_EXCEEDED = -32005;

        /** That says nothing about what was asked, only about the moment. */
        boolean isMomentary() {
            return code == LIMIT_EXCEEDED || code == 429;
        }
    }
}
