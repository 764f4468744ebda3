package thymus.corpus.traps;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import thymus.evm.precompile.Secp256k1;
import thymus.evm.primitive.Keccak;

/** The actors of every trap. */
final class Parties {
    /** An actor's address depends on his name alone: it is that of a key. */
    static final BigInteger BOB = Secp256k1.address(Keccak.hash("thymus actor bob".getBytes(StandardCharsets.UTF_8))
                    .toBigInteger()
                    .mod(Secp256k1.ORDER))
            .word()
            .toBigInteger();

    private Parties() {}
}
