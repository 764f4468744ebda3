package thymus.system.crosscheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.fork.rpc.Hex;
import tools.jackson.databind.JsonNode;

/** A node's result of a transaction. */
sealed interface Observation {
    /** @param reason in the node's words */
    record Refused(String reason) implements Observation {}

    /** @param calls the calls by the transaction's target, if they were traced */
    record Mined(
            boolean ok, byte[] output, List<Log> logs, SortedMap<StateEntry, String> changes, List<InnerCall> calls)
            implements Observation {}

    /**
     * @param receipt the result of eth_getTransactionReceipt
     * @param call the result of debug_traceTransaction with the callTracer
     * @param states the result of the prestateTracer in diff mode
     */
    static Mined mined(TransactionReceipt receipt, JsonNode call, JsonNode states) {
        List<Log> logs = new ArrayList<>();
        if (receipt.getLogs() != null) {
            receipt.getLogs().forEach(log -> logs.add(read(log)));
        }
        List<InnerCall> calls = new ArrayList<>();
        for (JsonNode inner : call.path("calls")) {
            calls.add(new InnerCall(!inner.hasNonNull("error"), output(inner)));
        }
        boolean ok = Hex.number(receipt.getStatus(), "the receipt's status") == 1;
        return new Mined(ok, output(call), logs, changes(states), calls);
    }

    private static Log read(org.web3j.protocol.core.methods.response.Log log) {
        List<Word> topics = Objects.requireNonNullElse(log.getTopics(), List.<String>of()).stream()
                .map(topic -> Hex.word(topic, "a log's topic"))
                .toList();
        return new Log(
                Hex.address(log.getAddress(), "a log's address"), topics, Hex.bytes(log.getData(), "a log's data"));
    }

    private static byte[] output(JsonNode call) {
        return call.hasNonNull("output") ? Hex.bytes(call.get("output"), "the returned data") : new byte[0];
    }

    /**
     * The tracer omits values that are zero afterwards. A slot that is only in the state before was therefore cleared.
     */
    private static SortedMap<StateEntry, String> changes(JsonNode states) {
        SortedMap<StateEntry, String> before = cells(states.path("pre"));
        SortedMap<StateEntry, String> after = cells(states.path("post"));
        SortedMap<StateEntry, String> changes = new TreeMap<>(after);
        before.keySet().stream()
                .filter(cell -> cell.kind() == StateEntry.Kind.STORAGE)
                .forEach(cell -> changes.putIfAbsent(cell, cell.nothing()));
        changes.entrySet()
                .removeIf(e -> e.getValue()
                        .equals(before.getOrDefault(e.getKey(), e.getKey().nothing())));
        return changes;
    }

    private static SortedMap<StateEntry, String> cells(JsonNode accounts) {
        SortedMap<StateEntry, String> cells = new TreeMap<>();
        accounts.properties().forEach(entry -> {
            Address address = Address.parse(entry.getKey());
            JsonNode account = entry.getValue();
            if (account.has("nonce")) {
                cells.put(
                        StateEntry.of(address, StateEntry.Kind.NONCE),
                        Hex.quantity(account.get("nonce").asLong(0)));
            }
            if (account.has("balance")) {
                cells.put(
                        StateEntry.of(address, StateEntry.Kind.BALANCE),
                        Hex.quantity(Hex.word(account.get("balance"), "a balance")));
            }
            if (account.has("code")) {
                cells.put(
                        StateEntry.of(address, StateEntry.Kind.CODE), Hex.data(Hex.bytes(account.get("code"), "code")));
            }
            account.path("storage")
                    .properties()
                    .forEach(slot -> cells.put(
                            StateEntry.storage(address, Word.parse(slot.getKey())),
                            Hex.quantity(Hex.word(slot.getValue(), "a storage value"))));
        });
        return cells;
    }

    /** Returns whether two logs are equal. */
    static boolean same(Log left, Log right) {
        return left.address().equals(right.address())
                && left.topics().equals(right.topics())
                && Arrays.equals(left.data(), right.data());
    }
}
