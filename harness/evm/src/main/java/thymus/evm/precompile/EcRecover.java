package thymus.evm.precompile;

import java.util.Optional;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** ECRECOVER: from hash, v, r and s to the signer's address; no output if the signature is invalid. */
final class EcRecover implements Precompile {
    @Override
    public long gas(byte[] input) {
        return 3000;
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        Word v = WordBytes.readZeroPadded(input, 32);
        boolean valid = v.isEqual(Word.of(27)) || v.isEqual(Word.of(28));
        if (!valid) {
            return Optional.of(NOTHING);
        }
        return Optional.of(Secp256k1.recover(
                        WordBytes.readZeroPadded(input, 0),
                        v.isEqual(Word.of(28)),
                        WordBytes.readZeroPadded(input, 64),
                        WordBytes.readZeroPadded(input, 96))
                .map(signer -> signer.word().toBytes32())
                .orElse(NOTHING));
    }
}
