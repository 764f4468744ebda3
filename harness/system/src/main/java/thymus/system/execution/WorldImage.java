package thymus.system.execution;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/** The values of a world at which runs are compared. Nonces are not among them, because they count steps. */
final class WorldImage {
    private WorldImage() {}

    enum Kind {
        STORAGE,
        CODE,
        BALANCE
    }

    /** @param slot of the storage; zero for other kinds */
    record Cell(Kind kind, Address account, Word slot) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::kind).thenComparing(Cell::account).thenComparing(Cell::slot);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** All values but zeros; of code, its hash. */
    static SortedMap<Cell, Word> of(World world) {
        SortedMap<Cell, Word> image = new TreeMap<>();
        for (Address account : world.addresses()) {
            world.storage(account).forEach((slot, value) -> image.put(new Cell(Kind.STORAGE, account, slot), value));
            if (world.code(account).size() > 0) {
                image.put(
                        new Cell(Kind.CODE, account, Word.ZERO),
                        world.code(account).hash());
            }
            if (!world.balance(account).isZero()) {
                image.put(new Cell(Kind.BALANCE, account, Word.ZERO), world.balance(account));
            }
        }
        return image;
    }
}
