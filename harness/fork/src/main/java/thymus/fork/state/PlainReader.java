package thymus.fork.state;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.web3j.protocol.core.methods.response.EthGetBalance;
import org.web3j.protocol.core.methods.response.EthGetCode;
import org.web3j.protocol.core.methods.response.EthGetStorageAt;
import org.web3j.protocol.core.methods.response.EthGetTransactionCount;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.fork.rpc.Hex;

/** Reads without verification. */
record PlainReader(NodeQueries queries) implements StateReader {
    @Override
    public List<Fact> read(ForkState.Wanted wanted) {
        List<NodeQueries.Query<String>> asked = new ArrayList<>();
        for (Address account : wanted.accounts()) {
            String address = Hex.data(account);
            asked.add(NodeQueries.Query.of(EthGetTransactionCount.class, "eth_getTransactionCount", address));
            asked.add(NodeQueries.Query.of(EthGetBalance.class, "eth_getBalance", address));
            asked.add(NodeQueries.Query.of(EthGetCode.class, "eth_getCode", address));
        }
        for (ForkState.Place place : wanted.slots()) {
            asked.add(NodeQueries.Query.of(
                    EthGetStorageAt.class, "eth_getStorageAt", Hex.data(place.account()), Hex.data(place.slot())));
        }
        Iterator<String> answers = queries.<String>ask(asked).iterator();
        List<Fact> facts = new ArrayList<>();
        for (Address account : wanted.accounts()) {
            facts.add(new Fact.OfAccount(
                    account,
                    Hex.word(answers.next(), "the nonce of " + account).limb(0),
                    Hex.word(answers.next(), "the balance of " + account),
                    Bytecode.of(Hex.bytes(answers.next(), "the code of " + account)),
                    false));
        }
        for (ForkState.Place place : wanted.slots()) {
            facts.add(new Fact.OfSlot(place, Hex.word(answers.next(), "a slot of " + place.account()), false));
        }
        return facts;
    }
}
