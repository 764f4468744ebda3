package thymus.evm.precompile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

class Secp256k1Test {
    @Test
    void addressesOfKeysAreThoseOfEthereum() {
        assertEquals(Address.parse("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"), Secp256k1.address(BigInteger.ONE));
        assertEquals(
                Address.parse("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"),
                Secp256k1.address(
                        new BigInteger("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80", 16)));
    }

    /** A vector that implementations of RFC 6979 over this curve share. */
    @Test
    void theNonceIsThatOfTheStandard() throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest("Satoshi Nakamoto".getBytes(StandardCharsets.US_ASCII));
        Secp256k1.Signature signature = Secp256k1.sign(Word.fromBytes(digest), BigInteger.ONE);
        assertEquals(Word.parse("934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8"), signature.r());
        assertEquals(Word.parse("2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5"), signature.s());
    }

    @Property(tries = 50)
    void theSignerIsRecoveredFromBothForms(@ForAll long text) {
        BigInteger key = Keccak.hash(new byte[] {(byte) text}).toBigInteger();
        Word hash = Keccak.hash(Word.of(text).toBytes32());
        Secp256k1.Signature signature = Secp256k1.sign(hash, key);
        assertTrue(signature.s().toBigInteger().compareTo(Secp256k1.ORDER.shiftRight(1)) <= 0);
        for (Secp256k1.Signature form : new Secp256k1.Signature[] {signature, signature.mirrored()}) {
            assertEquals(Optional.of(Secp256k1.address(key)), Secp256k1.recover(hash, form.odd(), form.r(), form.s()));
        }
    }
}
