package thymus.corpus.traps;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import thymus.evm.primitive.Keccak;

/** The actors of every trap. */
final class Parties {
    /** An actor's address depends on his name alone. */
    static final BigInteger BOB = Keccak.hash("thymus actor bob".getBytes(StandardCharsets.UTF_8))
            .toBigInteger()
            .mod(BigInteger.TWO.pow(160));

    private Parties() {}
}
