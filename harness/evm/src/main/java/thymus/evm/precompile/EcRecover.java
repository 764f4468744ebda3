package thymus.evm.precompile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** ECRECOVER: from hash, v, r and s to the signer's address; no output if the signature is invalid. */
final class EcRecover implements Precompile {
    private static final int WORDS = 4;
    private static final int MOST_KNOWN = 1 << 12;

    /** A transaction that runs again asks the same again, and an answer costs as much as hundreds of instructions. */
    private final Map<List<Word>, byte[]> known = new ConcurrentHashMap<>();

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
        List<Word> words = IntStream.range(0, WORDS)
                .mapToObj(i -> WordBytes.readZeroPadded(input, (long) i * WordBytes.SIZE))
                .toList();
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return Optional.of(known.computeIfAbsent(words, EcRecover::recovered));
    }

    private static byte[] recovered(List<Word> words) {
        return Secp256k1.recover(words.get(0), words.get(1).isEqual(Word.of(28)), words.get(2), words.get(3))
                .map(signer -> signer.word().toBytes32())
                .orElse(NOTHING);
    }
}
