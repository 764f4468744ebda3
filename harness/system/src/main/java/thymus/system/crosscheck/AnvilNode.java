package thymus.system.crosscheck;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.BooleanResponse;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthBlockNumber;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthChainId;
import org.web3j.protocol.core.methods.response.EthGetTransactionReceipt;
import org.web3j.protocol.core.methods.response.EthSendTransaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.core.methods.response.Web3ClientVersion;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.primitive.Address;
import thymus.fork.rpc.Hex;
import thymus.fork.rpc.Rpc;
import tools.jackson.databind.JsonNode;

/** An anvil node, with the methods that a replay needs. */
final class AnvilNode {
    private static final String CLIENT = "anvil/v";

    private final Rpc rpc;
    private final AnvilRequests requests;
    private final String version;

    private AnvilNode(Rpc rpc, String version) {
        this.rpc = rpc;
        this.requests = new AnvilRequests(rpc);
        this.version = version;
    }

    /** @throws IndependentException if the node is not anvil */
    static AnvilNode at(Rpc rpc) {
        String client = Objects.requireNonNullElse(
                rpc.call(rpc.request(Web3ClientVersion.class, "web3_clientVersion")), "nothing");
        if (!client.startsWith(CLIENT)) {
            throw new IndependentException(
                    rpc.name() + " is a node of the kind \"" + plain(client) + "\", but a replay sets "
                            + "balances, times and senders, which takes anvil's methods; name an anvil node, "
                            + "or say `--on anvil`");
        }
        return new AnvilNode(rpc, plain(client.substring(CLIENT.length())));
    }

    private static String plain(String foreign) {
        String printable = foreign.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }

    /** The name, with the version and the EVM. */
    String name() {
        return "anvil " + version + " (revm)";
    }

    String url() {
        return rpc.name();
    }

    long chainId() {
        return number(EthChainId.class, "eth_chainId");
    }

    /** The number of the last block. */
    long head() {
        return number(EthBlockNumber.class, "eth_blockNumber");
    }

    /** The timestamp of the last block, in seconds. */
    long time() {
        return Hex.number(last().getTimestampRaw(), "a block's timestamp");
    }

    /** The gas limit of the last block. */
    long gasLimit() {
        return Hex.number(last().getGasLimitRaw(), "a block's gas limit");
    }

    private EthBlock.Block last() {
        return Optional.ofNullable(rpc.call(rpc.request(EthBlock.class, "eth_getBlockByNumber", "latest", false)))
                .orElseThrow(() -> new IndependentException(rpc.name() + " has no block"));
    }

    /** The first of the accounts that is not empty. */
    Optional<Address> used(List<Address> accounts) {
        List<String> found = rpc.batch(accounts.stream()
                .flatMap(account -> requests.read(account).stream())
                .toList());
        int each = found.size() / Math.max(1, accounts.size());
        return IntStream.range(0, found.size())
                .filter(i -> !"0x0".equals(found.get(i)) && !"0x".equals(found.get(i)))
                .mapToObj(i -> accounts.get(i / each))
                .findFirst();
    }

    String hardfork() {
        return plain(rpc.call("anvil_nodeInfo").path("hardFork").asString("unknown"));
    }

    boolean mines() {
        return Boolean.TRUE.equals(rpc.call(rpc.request(BooleanResponse.class, "anvil_getAutomine")));
    }

    void mineByItself(boolean wanted) {
        rpc.call("evm_setAutomine", wanted);
    }

    /** Takes a snapshot, which can be reverted to once. */
    JsonNode snapshot() {
        return rpc.call("evm_snapshot");
    }

    void revert(JsonNode snapshot) {
        rpc.call("evm_revert", snapshot);
    }

    /** Mines empty blocks with the timestamp of the last block. */
    void mineEmpty(long blocks) {
        rpc.call("anvil_setBlockTimestampInterval", 0);
        rpc.call("anvil_mine", Hex.quantity(blocks));
        rpc.call("anvil_removeBlockTimestampInterval");
    }

    /** Mines an empty block with its timestamp. */
    void mineEmpty(BlockContext block) {
        prepare(block);
        rpc.call("evm_mine");
    }

    void set(Map<StateEntry, String> cells) {
        rpc.batch(cells.entrySet().stream()
                .map(e -> requests.set(e.getKey(), e.getValue()))
                .toList());
    }

    /** Mines a block that contains only the transaction, with its timestamp and the other settable block values. */
    Observation run(RecordedTransaction transaction) {
        String from = Hex.data(transaction.from());
        rpc.call("anvil_impersonateAccount", from);
        prepare(transaction.block());
        try {
            EthSendTransaction sent = (EthSendTransaction)
                    rpc.ask(List.of(requests.send(transaction))).getFirst();
            return sent.hasError()
                    ? new Observation.Refused(sent.getError().getMessage())
                    : mine(sent.getTransactionHash(), transaction.calls().isEmpty());
        } finally {
            rpc.call("anvil_stopImpersonatingAccount", from);
        }
    }

    private void prepare(BlockContext next) {
        rpc.call("anvil_setCoinbase", Hex.data(next.coinbase()));
        rpc.call("anvil_setNextBlockBaseFeePerGas", Hex.quantity(next.baseFee()));
        rpc.call("evm_setNextBlockTimestamp", Hex.quantity(next.timestamp()));
    }

    /** @param topOnly whether inner calls are not traced */
    private Observation mine(String hash, boolean topOnly) {
        rpc.call("evm_mine");
        TransactionReceipt receipt =
                rpc.call(rpc.request(EthGetTransactionReceipt.class, "eth_getTransactionReceipt", hash));
        if (receipt == null) {
            rpc.call("anvil_dropTransaction", hash);
            return new Observation.Refused("the block does not contain it");
        }
        List<JsonNode> traces = rpc.batch(List.of(
                requests.trace(hash, "callTracer", "onlyTopCall", topOnly),
                requests.trace(hash, "prestateTracer", "diffMode", true)));
        return Observation.mined(receipt, traces.get(0), traces.get(1));
    }

    /** @param target a contract */
    record Call(Address target, byte[] data) {}

    /** @param output the output of a successful call, otherwise empty */
    record Returned(boolean ok, byte[] output) {}

    /** Simulates calls in the last block. None of them has an effect. */
    List<Returned> call(Address from, List<Call> calls) {
        return rpc.ask(calls.stream().map(call -> requests.call(from, call)).toList()).stream()
                .map(answer -> answer.hasError()
                        ? new Returned(false, new byte[0])
                        : new Returned(true, Hex.bytes(((EthCall) answer).getValue(), "what a call returns")))
                .toList();
    }

    private long number(Class<? extends Response<String>> response, String method) {
        return Hex.number(rpc.call(rpc.request(response, method)), rpc.name() + ": " + method);
    }
}
