package thymus.corpus.traps;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import thymus.evm.precompile.Secp256k1;
import thymus.evm.primitive.Keccak;

/** The actors of every trap. */
final class Parties {
    /** An actor's address depends on his name alone: it is that of a key. */
    static final BigInteger ALICE = address("alice");

    static final BigInteger BOB = address("bob");

    private Parties() {}

    private static BigInteger address(String actor) {
        byte[] text = ("thymus actor " + actor).getBytes(StandardCharsets.UTF_8);
        return Secp256k1.address(Keccak.hash(text).toBigInteger().mod(Secp256k1.ORDER))
                .word()
                .toBigInteger();
    }
}
