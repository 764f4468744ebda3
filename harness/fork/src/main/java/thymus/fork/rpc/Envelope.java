package thymus.fork.rpc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import thymus.evm.json.BoundedJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Encodes a batch of requests and matches its answers. JSON-RPC lets a node answer a batch in any order. A hostile node
 * can omit, repeat or invent answers, so each is checked against its id.
 */
final class Envelope {
    private static final int EXCERPT = 120;

    private final Endpoint endpoint;
    private final List<? extends Request<?, ? extends Response<?>>> requests;
    private final long firstId;

    /**
     * @param firstId the id of the first request; the others count up. Ids are fresh, so that an answer to an earlier
     *     request is detected
     */
    Envelope(Endpoint endpoint, List<? extends Request<?, ? extends Response<?>>> requests, long firstId) {
        this.endpoint = endpoint;
        this.requests = requests;
        this.firstId = firstId;
        for (int i = 0; i < requests.size(); i++) {
            requests.get(i).setId(firstId + i);
        }
    }

    /** The JSON text: an array, or a single object for one request, because not every node accepts batches. */
    String write() {
        List<ObjectNode> all = requests.stream().map(Envelope::json).toList();
        JsonNode root = all.size() == 1
                ? all.getFirst()
                : JsonNodeFactory.instance.arrayNode().addAll(all);
        return BoundedJson.MAPPER.writeValueAsString(root);
    }

    /** Writes field by field. Jackson would inspect the class of the request and load a second library. */
    private static ObjectNode json(Request<?, ?> request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("jsonrpc", request.getJsonrpc()).put("id", request.getId()).put("method", request.getMethod());
        ArrayNode params = json.putArray("params");
        request.getParams().forEach(params::addPOJO);
        return json;
    }

    /** @throws RpcProtocolException if they are not the answers to these requests */
    List<Response<?>> read(byte[] body) {
        JsonNode root = parse(body);
        if (root.isObject() && root.hasNonNull("error") && !root.hasNonNull("id")) {
            // A node answers this way if it could not parse the batch.
            throw new RpcErrorException(endpoint.name(), requests.getFirst(), said(root.get("error")));
        }
        if (requests.size() > 1 && !root.isArray()) {
            throw wrong("a batch of " + requests.size() + " requests is answered by a single value "
                    + quote(root.toString()) + "; if the node takes no batches, ask it one by one (batch size 1)");
        }
        Map<Long, JsonNode> byId = new HashMap<>();
        for (JsonNode answer : requests.size() > 1 ? root : List.of(root)) {
            if (byId.put(id(answer), answer) != null) {
                throw wrong("two answers have the id " + answer.get("id"));
            }
        }
        List<Response<?>> answers = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            JsonNode answer = Optional.ofNullable(byId.get(firstId + i)).orElseThrow(missing(i));
            answers.add(typed(requests.get(i), answer));
        }
        return answers;
    }

    private Supplier<RpcProtocolException> missing(int i) {
        return () -> wrong(
                "no answer to " + requests.get(i).getMethod() + " among those of " + requests.size() + " requests");
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode root = BoundedJson.MAPPER.readTree(body);
            if (root == null || root.isMissingNode()) {
                throw wrong("the answer is empty");
            }
            return root;
        } catch (JacksonException e) {
            throw wrong("the answer is not JSON (" + e.getOriginalMessage() + ") but begins with "
                    + quote(new String(body, 0, Math.min(body.length, EXCERPT), StandardCharsets.UTF_8)));
        }
    }

    private long id(JsonNode answer) {
        JsonNode id = answer.path("id");
        if (!id.canConvertToExactIntegral()
                || !id.canConvertToLong()
                || id.longValue() < firstId
                || id.longValue() >= firstId + requests.size()) {
            throw wrong("an answer has the id " + quote(id.toString()) + ", which no request had");
        }
        return id.longValue();
    }

    private Response<?> typed(Request<?, ? extends Response<?>> request, JsonNode answer) {
        boolean failed = answer.hasNonNull("error");
        if (!failed && !answer.has("result")) {
            throw wrong("an answer has neither a result nor an error: " + quote(answer.toString()));
        }
        ObjectNode known = JsonNodeFactory.instance.objectNode().put("id", request.getId());
        known.set("result", failed ? null : answer.get("result"));
        try {
            Response<?> response = BoundedJson.MAPPER.treeToValue(known, request.getResponseType());
            response.setError(failed ? said(answer.get("error")) : null);
            return response;
        } catch (JacksonException e) {
            throw wrong("the result of " + request.getMethod() + " has another form than that method's: "
                    + quote(answer.get("result").toString()));
        }
    }

    private Response.Error said(JsonNode error) {
        Response.Error said = new Response.Error(
                error.path("code").asInt(0), quote(error.path("message").asString(error.toString())));
        said.setData(error.path("data").asString(error.path("data").toString()));
        return said;
    }

    private RpcProtocolException wrong(String what) {
        return new RpcProtocolException(endpoint.name() + ": "
                + requests.getFirst().getMethod() + ": " + what + "; is this the URL of an Ethereum node's JSON-RPC?");
    }

    private String quote(String foreign) {
        return excerpt(endpoint.conceal(foreign));
    }

    /** The beginning of foreign text, without terminal escape sequences. */
    static String excerpt(String foreign) {
        String plain =
                foreign.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ").strip();
        return plain.length() <= EXCERPT ? plain : plain.substring(0, EXCERPT) + "…";
    }
}
