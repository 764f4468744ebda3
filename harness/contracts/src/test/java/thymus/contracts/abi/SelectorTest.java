package thymus.contracts.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;

class SelectorTest {
    private static final AbiType UINT = new AbiType.UInt(256);
    private static final AbiType ADDRESS = new AbiType.Address();

    @Test
    void selectorOfTransferIsTheWellKnownOne() {
        assertEquals("0xa9059cbb", Selector.of("transfer(address,uint256)").toString());
    }

    @Test
    void callDataBeginsWithTheSelector() {
        FunctionModel transfer = new FunctionModel(
                "transfer",
                List.of(new Parameter("to", ADDRESS), new Parameter("amount", UINT)),
                List.of(),
                Mutability.NONPAYABLE);
        byte[] data = Selector.callData(transfer, List.of(AbiValue.of(1), AbiValue.of(2)));
        assertEquals(
                "a9059cbb" + "0".repeat(63) + "1" + "0".repeat(63) + "2",
                HexFormat.of().formatHex(data));
    }

    @Test
    void dataThatIsTooShortBeginsWithNoSelector() {
        Selector selector = Selector.of("transfer(address,uint256)");
        byte[] bytes = selector.bytes();
        assertTrue(selector.begins(bytes));
        assertTrue(selector.begins(Arrays.copyOf(bytes, 5)));
        for (int i = 0; i < Selector.SIZE; i++) {
            assertFalse(selector.begins(Arrays.copyOf(bytes, i)));
            byte[] other = bytes.clone();
            other[i] ^= 1;
            assertFalse(selector.begins(other));
        }
    }

    @Test
    void indexedFieldsComeFromTopicsAndDynamicOnesAsTheirHash() {
        EventModel event = new EventModel(
                "Moved",
                List.of(
                        new EventModel.Field("to", ADDRESS, true),
                        new EventModel.Field("amount", UINT, false),
                        new EventModel.Field("note", new AbiType.Text(), true)),
                false);
        BigInteger hash = BigInteger.TWO.pow(255);
        List<BigInteger> topics = List.of(Selector.topic(event), BigInteger.TEN, hash);
        byte[] data = AbiCodec.encode(List.of(UINT), List.of(AbiValue.of(7)));
        assertEquals(
                Optional.of(List.of(AbiValue.of(10), AbiValue.of(7), AbiValue.of(hash))),
                EventCodec.decode(event, topics, data));
        assertEquals(Optional.empty(), EventCodec.decode(event, topics.subList(0, 2), data));
        assertEquals(Optional.empty(), EventCodec.decode(event, topics, new byte[3]));
    }

    @Test
    void topicOfTransferIsTheWellKnownOne() {
        EventModel transfer = new EventModel(
                "Transfer",
                List.of(
                        new EventModel.Field("from", ADDRESS, true),
                        new EventModel.Field("to", ADDRESS, true),
                        new EventModel.Field("value", UINT, false)),
                false);
        assertEquals(
                "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef",
                Selector.topic(transfer).toString(16));
    }
}
