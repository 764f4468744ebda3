package thymus.evm.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KeccakCacheTest {
    /** More inputs than places, each asked for again, at lengths that are remembered and such that are not. */
    @Test
    void itsHashesAreKeccaks() {
        KeccakCache cache = new KeccakCache();
        for (int round = 0; round < 2; round++) {
            Random random = new Random(1);
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = new byte[100];
                random.nextBytes(bytes);
                int length = new int[] {0, 31, 32, 33, 64, 64, 64, 96}[i % 8];
                int from = random.nextInt(4);
                assertEquals(Keccak.hash(bytes, from, length), cache.hash(bytes, from, length));
                assertEquals(Keccak.hash(bytes, from, length), cache.hash(bytes, from, length));
            }
        }
    }

    @Test
    void aChangedInputIsAnotherInput() {
        KeccakCache cache = new KeccakCache();
        byte[] bytes = new byte[64];
        cache.hash(bytes, 0, 64);
        bytes[63] = 1;
        assertEquals(Keccak.hash(bytes), cache.hash(bytes, 0, 64));
    }
}
