package thymus.evm.precompile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thymus.evm.primitive.Address;

class PrivateKeysTest {
    /** The account of this key is the first of every local development chain. */
    @Test
    void aKnownKeyHasItsKnownAddress() {
        assertEquals(
                Address.parse("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266"),
                PrivateKeys.address(
                        new BigInteger("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80", 16)));
    }

    @Test
    void everyKeyHasTheAddressThatTheLibraryGivesIt() {
        Random random = new Random(7);
        for (int i = 1; i <= 300; i++) {
            BigInteger key = i <= 20
                    ? BigInteger.valueOf(i)
                    : i <= 40
                            ? PrivateKeys.ORDER.subtract(BigInteger.valueOf(i - 20))
                            : new BigInteger(255, random).add(BigInteger.ONE);
            assertEquals(Secp256k1.address(key), PrivateKeys.address(key), key::toString);
        }
        assertEquals(Secp256k1.ORDER, PrivateKeys.ORDER);
    }
}
