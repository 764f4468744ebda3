package thymus.harness.evm;

import java.util.Optional;
import thymus.harness.word.Word;

/** P256VERIFY (EIP-7951): hash, r, s, x, y; gives 1 for a valid signature and nothing otherwise, but never fails. */
final class P256Verify implements Precompile {
    private static final int INPUT = 160;

    @Override
    public long gas(byte[] input) {
        return 6900;
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        return Optional.of(input.length == INPUT && P256.isValid(input) ? Word.ONE.toBytes32() : Frame.NOTHING);
    }
}
