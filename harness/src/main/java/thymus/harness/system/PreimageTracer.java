package thymus.harness.system;

import thymus.harness.evm.Tracer;
import thymus.harness.storage.Preimages;
import thymus.harness.word.Word;

/** Notices the keys of mappings as contracts hash them. */
record PreimageTracer(Preimages preimages) implements Tracer {
    private static final int KEY_AND_SLOT = 64;

    @Override
    public void onKeccak(byte[] input, Word hash) {
        if (input.length == KEY_AND_SLOT) {
            preimages.record(input, hash);
        }
    }
}
