package thymus.evm.precompile;

import java.util.Optional;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import thymus.evm.primitive.Sha256;

/** SHA256, RIPEMD160 and IDENTITY, which accept any input. */
enum Hashes implements Precompile {
    SHA256(60, 12) {
        @Override
        byte[] compute(byte[] input) {
            return Sha256.hash(input);
        }
    },
    RIPEMD160(600, 120) {
        @Override
        byte[] compute(byte[] input) {
            RIPEMD160Digest digest = new RIPEMD160Digest();
            digest.update(input, 0, input.length);
            byte[] word = new byte[32];
            digest.doFinal(word, 12);
            return word;
        }
    },
    IDENTITY(15, 3) {
        @Override
        byte[] compute(byte[] input) {
            return input;
        }
    };

    private final long base;
    private final long perWord;

    Hashes(long base, long perWord) {
        this.base = base;
        this.perWord = perWord;
    }

    abstract byte[] compute(byte[] input);

    @Override
    public long gas(byte[] input) {
        return Precompile.perWord(input, base, perWord);
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        return Optional.of(compute(input));
    }
}
