package thymus.evm.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.junit.jupiter.api.Test;

class KeccakTest {
    @Test
    void theEmptyHashIsTheOneOfTheYellowPaper() {
        assertEquals("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470", Keccak.EMPTY.toString());
    }

    @Property
    void agreesWithAnotherImplementation(@ForAll @Size(max = 420) byte[] input) {
        KeccakDigest digest = new KeccakDigest(256);
        digest.update(input, 0, input.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        assertEquals(Word.fromBytes(hash), Keccak.hash(input));
    }

    @Test
    void everyLengthAroundTheBlockSizeIsPadded() {
        for (int length = 130; length < 280; length++) {
            agreesWithAnotherImplementation(new byte[length]);
        }
    }
}
