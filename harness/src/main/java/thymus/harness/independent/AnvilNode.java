package thymus.harness.independent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import thymus.harness.evm.BlockContext;
import thymus.harness.rpc.Hex;
import thymus.harness.rpc.Rpc;
import thymus.harness.rpc.RpcAnswer;
import thymus.harness.rpc.RpcErrorException;
import thymus.harness.rpc.RpcRequest;
import thymus.harness.system.DeployedSystem;
import thymus.harness.world.Address;

/** A node of anvil, through those of its methods that a replay needs. */
final class AnvilNode {
    private static final String CLIENT = "anvil/v";

    private final Rpc rpc;
    private final String version;

    private AnvilNode(Rpc rpc, String version) {
        this.rpc = rpc;
        this.version = version;
    }

    /** @throws IndependentException if it is something else */
    static AnvilNode at(Rpc rpc) {
        String client = rpc.call("web3_clientVersion").asText();
        if (!client.startsWith(CLIENT)) {
            throw new IndependentException(rpc.name() + " is a node of the kind \"" + plain(client) + "\", but a replay sets "
                    + "balances, times and senders, which takes anvil's methods; name an anvil node, or say `--on anvil`");
        }
        return new AnvilNode(rpc, plain(client.substring(CLIENT.length())));
    }

    private static String plain(String foreign) {
        String printable = foreign.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }

    /** With its version and the EVM in it. */
    String name() {
        return "anvil " + version + " (revm)";
    }

    String url() {
        return rpc.name();
    }

    long chainId() {
        return number("eth_chainId");
    }

    /** Of the last block. */
    long head() {
        return number("eth_blockNumber");
    }

    /** Of the last block. */
    long time() {
        return Hex.number(rpc.call("eth_getBlockByNumber", "latest", false).path("timestamp"), "a block's timestamp");
    }

    String hardfork() {
        return plain(rpc.call("anvil_nodeInfo").path("hardFork").asText("unknown"));
    }

    boolean mines() {
        return rpc.call("anvil_getAutomine").asBoolean();
    }

    void mineByItself(boolean wanted) {
        rpc.call("evm_setAutomine", wanted);
    }

    /** A point that can be returned to once. */
    JsonNode snapshot() {
        return rpc.call("evm_snapshot");
    }

    void revert(JsonNode snapshot) {
        rpc.call("evm_revert", snapshot);
    }

    /** Blocks with nothing in them, at the time of the last one. */
    void mineEmpty(long blocks) {
        rpc.call("anvil_setBlockTimestampInterval", JsonNodeFactory.instance.numberNode(0));
        rpc.call("anvil_mine", Hex.quantity(blocks));
        rpc.call("anvil_removeBlockTimestampInterval");
    }

    void set(Map<Cell, String> cells) {
        rpc.batch(cells.entrySet().stream().map(e -> set(e.getKey(), e.getValue())).toList());
    }

    private static RpcRequest set(Cell cell, String value) {
        String account = Hex.data(cell.account());
        return switch (cell.kind()) {
            case NONCE -> RpcRequest.of("anvil_setNonce", account, value);
            case BALANCE -> RpcRequest.of("anvil_setBalance", account, value);
            case CODE -> RpcRequest.of("anvil_setCode", account, value);
            case STORAGE -> RpcRequest.of("anvil_setStorageAt", account, Hex.quantity(cell.slot()), padded(value));
        };
    }

    private static String padded(String quantity) {
        return "0x" + "0".repeat(66 - quantity.length()) + quantity.substring(2);
    }

    /** Mines a block with the transaction alone in it, at its time and with what else of its block can be set. */
    Observation run(RecordedTransaction transaction) {
        BlockContext block = transaction.block();
        String from = Hex.data(transaction.from());
        rpc.call("anvil_impersonateAccount", from);
        rpc.call("anvil_setCoinbase", Hex.data(block.coinbase()));
        rpc.call("anvil_setNextBlockBaseFeePerGas", Hex.quantity(block.baseFee()));
        rpc.call("evm_setNextBlockTimestamp", Hex.quantity(block.timestamp()));
        try {
            return mine(rpc.call("eth_sendTransaction", json(transaction)));
        } catch (RpcErrorException e) {
            return new Observation.Refused(e.failure().message());
        } finally {
            rpc.call("anvil_stopImpersonatingAccount", from);
        }
    }

    private Observation mine(JsonNode hash) {
        rpc.call("evm_mine");
        JsonNode receipt = rpc.call("eth_getTransactionReceipt", hash);
        if (receipt.isNull()) {
            rpc.call("anvil_dropTransaction", hash);
            return new Observation.Refused("the block does not contain it");
        }
        ObjectNode changes = JsonNodeFactory.instance.objectNode().put("tracer", "prestateTracer");
        changes.putObject("tracerConfig").put("diffMode", true);
        ObjectNode calls = JsonNodeFactory.instance.objectNode().put("tracer", "callTracer");
        calls.putObject("tracerConfig").put("onlyTopCall", true);
        List<JsonNode> traces = rpc.batch(List.of(
                RpcRequest.of("debug_traceTransaction", hash, calls), RpcRequest.of("debug_traceTransaction", hash, changes)));
        return Observation.mined(receipt, traces.get(0), traces.get(1));
    }

    /** @param target a contract */
    record Call(Address target, byte[] data) {}

    /** @param output of a call that succeeded, else nothing */
    record Returned(boolean ok, byte[] output) {}

    /** What calls would return in the last block, none of which has an effect. */
    List<Returned> call(Address from, List<Call> calls) {
        return rpc.ask(calls.stream().map(call -> RpcRequest.of("eth_call", json(from, call), "latest")).toList()).stream()
                .map(answer -> switch (answer) {
                    case RpcAnswer.Result result -> new Returned(true, Hex.bytes(result.value(), "what a call returns"));
                    case RpcAnswer.Failure failure -> new Returned(false, new byte[0]);
                })
                .toList();
    }

    private static JsonNode json(Address from, Call call) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", Hex.data(from))
                .put("to", Hex.data(call.target()))
                .put("data", Hex.data(call.data()))
                .put("gas", Hex.quantity(DeployedSystem.GAS));
    }

    private static JsonNode json(RecordedTransaction transaction) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("from", Hex.data(transaction.from()));
        transaction.to().ifPresent(to -> json.put("to", Hex.data(to)));
        json.put("value", Hex.quantity(transaction.value()));
        json.put("data", Hex.data(transaction.data()));
        json.put("gas", Hex.quantity(DeployedSystem.GAS));
        json.put("gasPrice", "0x0");
        return json;
    }

    private long number(String method) {
        return Hex.number(rpc.call(method), rpc.name() + ": " + method);
    }
}
