package thymus.evm.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AddressTest {
    /** The first contracts of an account of Ethereum's main network. */
    @Test
    void creationDependsOnCreatorAndNonce() {
        Address creator = Address.parse("0x6ac7ea33f8831ea9dcc53393aaa88b25a785dbf0");
        assertEquals(
                "0xcd234a471b72ba2f1ccf0a70fcaba648a5eecd8d",
                Address.created(creator, 0).toString());
        assertEquals(
                "0x343c43a37d37dff08ae8c4a11544c718abb4fcf8",
                Address.created(creator, 1).toString());
        assertEquals(
                "0xf778b86fa74e846c4f0a1fbd1335fe81c00a0c91",
                Address.created(creator, 2).toString());
    }

    /** Examples 1 and 5 of EIP-1014. */
    @Test
    void saltedCreationDependsOnTheInitCode() {
        assertEquals(
                "0x4d1a2e2bb4f88f0250f26ffff098b0b30b26bf38",
                Address.created2(Address.ZERO, Word.ZERO, Keccak.hash(new byte[1]))
                        .toString());
        assertEquals(
                "0x60f3f640a8508fc6a86d45df051962668e1e8ac7",
                Address.created2(
                                Address.parse("0x00000000000000000000000000000000deadbeef"),
                                Word.parse("0xcafebabe"),
                                Keccak.hash(java.util.HexFormat.of().parseHex("deadbeef")))
                        .toString());
    }

    @Test
    void aWordIsCutTo160Bits() {
        assertEquals(Address.of(Word.of(0, 0xffffffffL, -1, -1)), Address.of(Word.MAX));
        assertThrows(IllegalArgumentException.class, () -> new Address(Word.MAX));
    }
}
