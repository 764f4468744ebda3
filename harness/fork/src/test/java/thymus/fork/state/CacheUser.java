package thymus.fork.state;

import java.nio.file.Path;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;

/** A process that reads slots of a node again and again, and keeps them in a folder that others use as well. */
final class CacheUser {
    private CacheUser() {}

    /** @param args URL and block, folder, number of the first slot */
    public static void main(String[] args) {
        Forks.Settings settings = new Forks.Settings(Path.of(args[1]), false, false, note -> {
            throw new IllegalStateException(note);
        });
        int first = Integer.parseInt(args[2]);
        for (int round = 0; round < 40; round++) {
            StateProvider origin = Forks.open(args[0], settings).origin();
            for (int slot = first; slot < first + 60; slot++) {
                Word value = origin.storage(Address.parse(FakeNode.CONTRACT), Word.of(slot));
                if (!value.isEqual(Word.of(slot))) {
                    throw new IllegalStateException("slot " + slot + " holds " + value);
                }
            }
        }
    }
}
