package thymus.ci.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A client for anvil, the peer of the comparison: JSON-RPC over one connection that stays open. */
final class Anvil {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofMillis(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;

    Anvil(URI url) {
        this.url = url;
    }

    /** @return the address of the new contract, with 0x */
    String deploy(byte[] creationCode) throws InterruptedException {
        String hash = ask("eth_sendTransaction", List.of(transaction(Map.of("data", hex(creationCode)))))
                .asString();
        JsonNode receipt = receipt(hash);
        if (!"0x1".equals(receipt.path("status").asString(""))) {
            throw new BenchException("anvil did not deploy the contract: " + receipt);
        }
        return receipt.required("contractAddress").asString();
    }

    /** Anvil mines at once, but may answer before. */
    private JsonNode receipt(String hash) throws InterruptedException {
        for (long end = System.nanoTime() + TIMEOUT.toNanos(); System.nanoTime() < end; Thread.sleep(POLL)) {
            JsonNode receipt = ask("eth_getTransactionReceipt", List.of(hash));
            if (!receipt.isNull()) {
                return receipt;
            }
        }
        throw new BenchException("anvil at " + url + " does not mine " + hash);
    }

    /** An eth_call on the newest block. */
    byte[] call(String contract, byte[] input) throws InterruptedException {
        Map<String, String> transaction = transaction(Map.of("to", contract, "data", hex(input)));
        String output = ask("eth_call", List.of(transaction, "latest")).asString();
        return HexFormat.of().parseHex(output.substring(2));
    }

    private static Map<String, String> transaction(Map<String, String> fields) {
        Map<String, String> transaction = new HashMap<>(fields);
        transaction.put("from", LocalKernel.CALLER.toString());
        transaction.put("gas", "0x" + Long.toHexString(fields.containsKey("to") ? LocalKernel.GAS : 30_000_000));
        return transaction;
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    private JsonNode ask(String method, List<?> parameters) throws InterruptedException {
        try {
            String body =
                    JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters));
            HttpRequest request = HttpRequest.newBuilder(url)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            JsonNode answer = JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (!answer.has("result")) {
                throw new BenchException(method + ": anvil at " + url + " answers " + answer);
            }
            return answer.get("result");
        } catch (IOException e) {
            throw new BenchException(method + ": no answer from anvil at " + url, e);
        }
    }
}
