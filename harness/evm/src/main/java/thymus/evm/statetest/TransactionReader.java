package thymus.evm.statetest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.chain.Transaction;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Word;

/**
 * Reads the transaction of a state test. It describes a family of transactions: data, gas limit and value are lists.
 */
final class TransactionReader {
    private TransactionReader() {}

    /** The transaction; empty if a number does not fit into one. */
    static Optional<Transaction> read(JsonPlace place, int data, int gas, int value) {
        BigInteger gasLimit = Fields.number(at(place.require("gasLimit"), gas));
        BigInteger wei = Fields.number(at(place.require("value"), value));
        BigInteger nonce = Fields.number(place.require("nonce"));
        if (gasLimit.bitLength() > 64 || wei.bitLength() > 256 || nonce.bitLength() > 64) {
            return Optional.empty();
        }
        JsonPlace to = place.require("to");
        List<Word> blobs = place.get("blobVersionedHashes").map(Fields::words).orElse(List.of());
        List<Transaction.AccessEntry> accessList = accessList(place, data);
        List<Transaction.Authorization> authorizations = place.get("authorizationList")
                .map(TransactionReader::authorizations)
                .orElse(List.of());
        return Optional.of(new Transaction(
                Fields.address(place.require("sender")),
                to.text().isEmpty() ? Optional.empty() : Optional.of(Fields.address(to)),
                Word.of(wei),
                Fields.bytes(at(place.require("data"), data)),
                gasLimit.longValue(),
                nonce.longValue(),
                fees(place),
                accessList,
                blobs,
                authorizations));
    }

    private static JsonPlace at(JsonPlace list, int index) {
        List<JsonPlace> elements = list.elements();
        if (index >= elements.size()) {
            throw list.error("there is no element " + index);
        }
        return elements.get(index);
    }

    private static Transaction.Fees fees(JsonPlace place) {
        if (place.get("gasPrice").isPresent()) {
            Word price = Fields.word(place.require("gasPrice"));
            return new Transaction.Fees(place.get("accessLists").isPresent() ? 1 : 0, price, price, Word.ZERO);
        }
        int type = place.get("authorizationList").isPresent()
                ? 4
                : place.get("maxFeePerBlobGas").isPresent() ? 3 : 2;
        return new Transaction.Fees(
                type,
                Fields.word(place.require("maxFeePerGas")),
                Fields.word(place.require("maxPriorityFeePerGas")),
                place.get("maxFeePerBlobGas").map(Fields::word).orElse(Word.ZERO));
    }

    private static List<Transaction.AccessEntry> accessList(JsonPlace place, int data) {
        List<Transaction.AccessEntry> entries = new ArrayList<>();
        Optional<JsonPlace> lists = place.get("accessLists");
        if (lists.isPresent() && data < lists.get().elements().size()) {
            JsonPlace list = lists.get().elements().get(data);
            if (!list.node().isNull()) {
                for (JsonPlace entry : list.elements()) {
                    entries.add(new Transaction.AccessEntry(
                            Fields.address(entry.require("address")), Fields.words(entry.require("storageKeys"))));
                }
            }
        }
        return entries;
    }

    private static List<Transaction.Authorization> authorizations(JsonPlace list) {
        List<Transaction.Authorization> authorizations = new ArrayList<>();
        for (JsonPlace entry : list.elements()) {
            authorizations.add(Transaction.Authorization.signed(
                    Fields.word(entry.require("chainId")),
                    Fields.address(entry.require("address")),
                    Fields.word(entry.require("nonce")),
                    Fields.number(entry.require("v")),
                    Fields.word(entry.require("r")),
                    Fields.word(entry.require("s"))));
        }
        return authorizations;
    }
}
