package thymus.fork.rpc;

import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/** An answer of any form, for methods without a web3j type and for headers, of which every field counts. */
public final class JsonResponse extends Response<JsonNode> {}
