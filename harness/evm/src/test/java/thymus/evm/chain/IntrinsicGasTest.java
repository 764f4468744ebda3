package thymus.evm.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmFork;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

class IntrinsicGasTest {
    private static final Optional<Address> TO = Optional.of(Address.of(0xb2));

    private static Transaction transaction(
            Optional<Address> to,
            byte[] data,
            List<Transaction.AccessEntry> accessList,
            List<Transaction.Authorization> authorizations) {
        return new Transaction(
                Address.of(0xa1),
                to,
                Word.ZERO,
                data,
                0,
                0,
                Transaction.Fees.NONE,
                accessList,
                List.of(),
                authorizations);
    }

    private static long due(Transaction transaction) {
        return IntrinsicGas.of(transaction, EvmFork.OSAKA).due();
    }

    /**
     * Bytes at the edges of their high bit, and enough of them that eight are counted at once and some are left over.
     */
    @Provide
    Arbitrary<byte[]> data() {
        return Arbitraries.of((byte) 0, (byte) 1, (byte) 0x7f, (byte) 0x80, (byte) 0x81, (byte) 0xff)
                .array(byte[].class)
                .ofMaxSize(70);
    }

    @Property
    void bytesCountAsOneByOne(@ForAll("data") byte[] data) {
        long tokens = 0;
        for (byte b : data) {
            tokens += b == 0 ? 1 : 4;
        }
        IntrinsicGas gas = IntrinsicGas.of(transaction(TO, data, List.of(), List.of()), EvmFork.OSAKA);
        assertEquals(21000 + 4 * tokens, gas.due());
        assertEquals(21000 + 10 * tokens, gas.floor());
        assertEquals(gas.floor(), gas.needed());
        assertEquals(
                0,
                IntrinsicGas.of(transaction(TO, data, List.of(), List.of()), EvmFork.CANCUN)
                        .floor());
    }

    @Test
    void initCodeIsPaidByStartedWords() {
        assertEquals(53000, due(transaction(Optional.empty(), new byte[0], List.of(), List.of())));
        assertEquals(53000 + 4 * 33 + 2 * 2, due(transaction(Optional.empty(), new byte[33], List.of(), List.of())));
    }

    @Test
    void accountsKeysAndAuthorizationsArePaidInAdvance() {
        Transaction.AccessEntry entry = new Transaction.AccessEntry(TO.get(), List.of(Word.ONE, Word.ONE));
        Transaction.Authorization authorization = new Transaction.Authorization(Word.ZERO, TO.get(), Word.ZERO, TO);
        assertEquals(21000 + 2 * 2400 + 4 * 1900, due(transaction(TO, new byte[0], List.of(entry, entry), List.of())));
        IntrinsicGas gas =
                IntrinsicGas.of(transaction(TO, new byte[0], List.of(), List.of(authorization)), EvmFork.OSAKA);
        assertEquals(new IntrinsicGas(46000, 21000), gas);
        assertEquals(46000, gas.needed());
    }
}
