package thymus.evm.interpreter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import thymus.evm.code.Bytecode;

/**
 * The coverage map: which basic blocks ran since the last {@link #clear}. A block has one flag, at the pc where it
 * begins: 0, a JUMPDEST, or the instruction after a JUMPI that was not taken. The interpreter and compiled code set the
 * same flags. For one thread.
 */
public final class Coverage {
    /** The map is emptied beyond this number of codes, because creations can make a different code every time. */
    private static final int MOST_CODES = 1024;
    /** A number of bytes above the code size limit of any chain. */
    private static final int LARGEST_CODE = 1 << 16;

    /** Records nothing; for any number of threads. */
    public static final Coverage NONE = new Coverage((code, pc) -> {});

    private static final Blocks ALL_HIT = allHit(LARGEST_CODE);

    /** Receives each block once until the next clear. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called when a block runs for the first time since the last clear.
         *
         * @param pc where the block begins
         */
        void hit(Bytecode code, int pc);
    }

    /** The flags of one code. */
    public static final class Blocks {
        private final Coverage owner;
        private final Bytecode code;
        private final byte[] hits;

        private Blocks(Coverage owner, Bytecode code, byte[] hits) {
            this.owner = owner;
            this.code = code;
            this.hits = hits;
        }

        /** Marks the block that begins at {@code pc} as run. */
        public void hit(int pc) {
            if (hits[pc] == 0) {
                owner.first(this, pc);
            }
        }
    }

    private final Listener listener;
    private final Map<Bytecode, Blocks> codes = new HashMap<>();
    private Blocks[] touched = new Blocks[256];
    private int[] pcs = new int[256];
    private int count;
    /** A cache of the last code; calls often alternate between a few contracts. */
    private Blocks latest = noBlocks();

    private Blocks beforeLatest = latest;

    /** An empty map that reports new blocks to the listener. */
    public Coverage(Listener listener) {
        this.listener = listener;
    }

    Blocks of(Bytecode code) {
        // A JUMPI at the end of the code falls through to the implicit STOP.
        int size = code.size() + 1;
        if (this == NONE) {
            return size <= LARGEST_CODE ? ALL_HIT : allHit(size);
        }
        if (latest.code != code) {
            Blocks found = beforeLatest.code == code
                    ? beforeLatest
                    : codes.computeIfAbsent(code, c -> new Blocks(this, c, new byte[size]));
            beforeLatest = latest;
            latest = found;
        }
        return latest;
    }

    private static Blocks allHit(int size) {
        byte[] hits = new byte[size];
        Arrays.fill(hits, (byte) 1);
        return new Blocks(NONE, Bytecode.EMPTY, hits);
    }

    private void first(Blocks blocks, int pc) {
        blocks.hits[pc] = 1;
        if (count == pcs.length) {
            touched = Arrays.copyOf(touched, 2 * count);
            pcs = Arrays.copyOf(pcs, 2 * count);
        }
        touched[count] = blocks;
        pcs[count++] = pc;
        listener.hit(blocks.code, pc);
    }

    /** Clears the map, at a cost proportional to the blocks that ran. Not allowed while code runs. */
    public void clear() {
        for (int i = 0; i < count; i++) {
            touched[i].hits[pcs[i]] = 0;
        }
        count = 0;
        if (codes.size() > MOST_CODES) {
            codes.clear();
            latest = noBlocks();
            beforeLatest = latest;
        }
    }

    private Blocks noBlocks() {
        return new Blocks(this, Bytecode.EMPTY, new byte[1]);
    }
}
