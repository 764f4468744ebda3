package thymus.contracts.layout;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import thymus.contracts.abi.AbiWord;
import thymus.evm.primitive.Keccak;

/**
 * Computes the keccak-256 hashes at which the compiler puts elements of mappings and dynamic arrays, with a cache of
 * recent ones.
 */
final class SlotHash {
    private static final int REMEMBERED = 4096;
    private static final BigInteger NO_KEY = BigInteger.ONE.negate();

    private record Input(BigInteger key, BigInteger slot) {}

    private final Map<Input, BigInteger> recent = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Input, BigInteger> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Computes {@link #ofElement} without a cache. */
    static BigInteger element(BigInteger key, BigInteger mapping) {
        return hash(new Input(key, mapping));
    }

    /** Computes {@link #ofArray} without a cache. */
    static BigInteger array(BigInteger array) {
        return hash(new Input(NO_KEY, array));
    }

    /**
     * The slot of a mapping's element.
     *
     * @param key as the word that is hashed
     */
    BigInteger ofElement(BigInteger key, BigInteger mapping) {
        return recent.computeIfAbsent(new Input(key, mapping), SlotHash::hash);
    }

    /** The slot at which the elements of a dynamic array begin. */
    BigInteger ofArray(BigInteger array) {
        return recent.computeIfAbsent(new Input(NO_KEY, array), SlotHash::hash);
    }

    private static BigInteger hash(Input input) {
        byte[] slot = AbiWord.bytes(input.slot());
        if (input.key() == NO_KEY) {
            return Keccak.hash(slot).toBigInteger();
        }
        byte[] both = new byte[2 * AbiWord.SIZE];
        System.arraycopy(AbiWord.bytes(input.key()), 0, both, 0, AbiWord.SIZE);
        System.arraycopy(slot, 0, both, AbiWord.SIZE, AbiWord.SIZE);
        return Keccak.hash(both).toBigInteger();
    }
}
