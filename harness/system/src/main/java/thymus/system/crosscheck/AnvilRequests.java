package thymus.system.crosscheck;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthGetBalance;
import org.web3j.protocol.core.methods.response.EthGetCode;
import org.web3j.protocol.core.methods.response.EthGetTransactionCount;
import org.web3j.protocol.core.methods.response.EthSendTransaction;
import thymus.evm.primitive.Address;
import thymus.fork.rpc.Hex;
import thymus.fork.rpc.JsonResponse;
import thymus.fork.rpc.Rpc;
import thymus.system.execution.DeployedSystem;

/** The longer JSON-RPC requests to anvil. */
record AnvilRequests(Rpc rpc) {
    private static final BigInteger GAS = BigInteger.valueOf(DeployedSystem.GAS);

    Request<Object, JsonResponse> set(StateEntry cell, String value) {
        String account = Hex.data(cell.account());
        return switch (cell.kind()) {
            case NONCE -> request("anvil_setNonce", account, value);
            case BALANCE -> request("anvil_setBalance", account, value);
            case CODE -> request("anvil_setCode", account, value);
            case STORAGE -> request("anvil_setStorageAt", account, Hex.quantity(cell.slot()), padded(value));
        };
    }

    /** Requests the nonce, balance and code. */
    List<Request<Object, ? extends Response<String>>> read(Address account) {
        String address = Hex.data(account);
        return List.of(
                rpc.request(EthGetTransactionCount.class, "eth_getTransactionCount", address, "latest"),
                rpc.request(EthGetBalance.class, "eth_getBalance", address, "latest"),
                rpc.request(EthGetCode.class, "eth_getCode", address, "latest"));
    }

    private static String padded(String quantity) {
        return "0x" + "0".repeat(66 - quantity.length()) + quantity.substring(2);
    }

    Request<Object, EthCall> call(Address from, AnvilNode.Call call) {
        Transaction transaction =
                new Transaction(Hex.data(from), null, null, GAS, Hex.data(call.target()), null, Hex.data(call.data()));
        return rpc.request(EthCall.class, "eth_call", transaction, "latest");
    }

    Request<Object, EthSendTransaction> send(RecordedTransaction sent) {
        String to = sent.to().map(Hex::data).orElse(null);
        Transaction transaction = new Transaction(
                Hex.data(sent.from()), null, BigInteger.ZERO, GAS, to, sent.value(), Hex.data(sent.data()));
        return rpc.request(EthSendTransaction.class, "eth_sendTransaction", transaction);
    }

    /** @param flag an option in the tracer's configuration */
    Request<Object, JsonResponse> trace(String transaction, String tracer, String flag, boolean value) {
        return request(
                "debug_traceTransaction", transaction, Map.of("tracer", tracer, "tracerConfig", Map.of(flag, value)));
    }

    private Request<Object, JsonResponse> request(String method, Object... params) {
        return rpc.request(JsonResponse.class, method, params);
    }
}
