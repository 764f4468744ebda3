package thymus.fork.rpc;

import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/** An answer of any form: to methods that web3j has no type for, and where each field that a node may send counts. */
public final class JsonResponse extends Response<JsonNode> {}
