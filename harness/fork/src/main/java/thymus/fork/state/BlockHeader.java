package thymus.fork.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/**
 * The relevant fields of a block's header.
 *
 * @param timestamp in seconds
 * @param hash computed from all fields, so that it need not be trusted
 */
record BlockHeader(long number, long timestamp, Word parentHash, Word stateRoot, Word hash) {
    private static final int LARGEST_FIELD = 1 << 16;

    private enum Form {
        NUMBER,
        BYTES
    }

    /** The fields in the order of their encoding. Later forks have added some at the end. */
    private enum Field {
        PARENT_HASH("parentHash", Form.BYTES),
        OMMERS("sha3Uncles", Form.BYTES),
        BENEFICIARY("miner", Form.BYTES),
        STATE_ROOT("stateRoot", Form.BYTES),
        TRANSACTIONS_ROOT("transactionsRoot", Form.BYTES),
        RECEIPTS_ROOT("receiptsRoot", Form.BYTES),
        LOGS_BLOOM("logsBloom", Form.BYTES),
        DIFFICULTY("difficulty", Form.NUMBER),
        NUMBER("number", Form.NUMBER),
        GAS_LIMIT("gasLimit", Form.NUMBER),
        GAS_USED("gasUsed", Form.NUMBER),
        TIMESTAMP("timestamp", Form.NUMBER),
        EXTRA_DATA("extraData", Form.BYTES),
        MIX_HASH("mixHash", Form.BYTES),
        NONCE("nonce", Form.BYTES),
        /** London (EIP-1559). */
        BASE_FEE("baseFeePerGas", Form.NUMBER),
        /** Shanghai (EIP-4895). */
        WITHDRAWALS_ROOT("withdrawalsRoot", Form.BYTES),
        /** Cancun (EIP-4844 and EIP-4788). */
        BLOB_GAS_USED("blobGasUsed", Form.NUMBER),
        EXCESS_BLOB_GAS("excessBlobGas", Form.NUMBER),
        BEACON_ROOT("parentBeaconBlockRoot", Form.BYTES),
        /** Prague (EIP-7685). */
        REQUESTS_HASH("requestsHash", Form.BYTES);

        private final String json;
        private final Form form;

        Field(String json, Form form) {
            this.json = json;
            this.form = form;
        }

        boolean isOptional() {
            return compareTo(BASE_FEE) >= 0;
        }
    }

    /** @param json a header as nodes return it */
    static BlockHeader read(JsonPlace json) {
        List<RlpType> items = new ArrayList<>();
        for (Field field : Field.values()) {
            Optional<JsonPlace> value = json.get(field.json);
            if (value.isEmpty() && field.isOptional()) {
                break;
            }
            items.add(item(field, value.orElseGet(() -> json.require(field.json))));
        }
        return new BlockHeader(
                Quantity.small(json.require(Field.NUMBER.json)),
                Quantity.small(json.require(Field.TIMESTAMP.json)),
                Quantity.word(json.require(Field.PARENT_HASH.json)),
                Quantity.word(json.require(Field.STATE_ROOT.json)),
                Keccak.hash(RlpEncoder.encode(new RlpList(items))));
    }

    private static RlpType item(Field field, JsonPlace value) {
        return field.form == Form.NUMBER
                ? RlpString.create(Quantity.word(value).toBigInteger())
                : RlpString.create(Quantity.bytes(value, LARGEST_FIELD));
    }
}
