package thymus.system.crosscheck;

import java.util.List;
import java.util.stream.Stream;
import thymus.evm.primitive.Address;
import thymus.fork.rpc.Hex;
import thymus.fork.rpc.RpcRequest;
import thymus.system.execution.DeployedSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The longer ones of the requests that anvil gets. */
final class AnvilRequests {
    private AnvilRequests() {}

    static RpcRequest set(Cell cell, String value) {
        String account = Hex.data(cell.account());
        return switch (cell.kind()) {
            case NONCE -> RpcRequest.of("anvil_setNonce", account, value);
            case BALANCE -> RpcRequest.of("anvil_setBalance", account, value);
            case CODE -> RpcRequest.of("anvil_setCode", account, value);
            case STORAGE -> RpcRequest.of("anvil_setStorageAt", account, Hex.quantity(cell.slot()), padded(value));
        };
    }

    /** Nonce, balance and code. */
    static List<RpcRequest> read(Address account) {
        return Stream.of("eth_getTransactionCount", "eth_getBalance", "eth_getCode")
                .map(method -> RpcRequest.of(method, Hex.data(account), "latest"))
                .toList();
    }

    private static String padded(String quantity) {
        return "0x" + "0".repeat(66 - quantity.length()) + quantity.substring(2);
    }

    static RpcRequest call(Address from, AnvilNode.Call call) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("from", Hex.data(from))
                .put("to", Hex.data(call.target()))
                .put("data", Hex.data(call.data()))
                .put("gas", Hex.quantity(DeployedSystem.GAS));
        return RpcRequest.of("eth_call", json, "latest");
    }

    static RpcRequest send(RecordedTransaction transaction) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("from", Hex.data(transaction.from()));
        transaction.to().ifPresent(to -> json.put("to", Hex.data(to)));
        json.put("value", Hex.quantity(transaction.value()));
        json.put("data", Hex.data(transaction.data()));
        json.put("gas", Hex.quantity(DeployedSystem.GAS));
        json.put("gasPrice", "0x0");
        return RpcRequest.of("eth_sendTransaction", json);
    }

    /** @param flag of the tracer's configuration, to be set or not */
    static RpcRequest trace(JsonNode transaction, String tracer, String flag, boolean value) {
        ObjectNode options = JsonNodeFactory.instance.objectNode().put("tracer", tracer);
        options.putObject("tracerConfig").put(flag, value);
        return RpcRequest.of("debug_traceTransaction", transaction, options);
    }
}
