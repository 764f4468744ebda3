package thymus.evm.interpreter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import thymus.evm.code.Bytecode;

/**
 * Which basic blocks ran since the last {@link #clear}: a flag per place where a block begins, which is offset 0, every
 * JUMPDEST, and the instruction after a JUMPI that was not taken. The interpreter and compiled code set the same flags. For
 * one thread.
 */
public final class Coverage {
    /** Forgets codes that creations made, which can be different ones every time. */
    private static final int MOST_CODES = 1024;
    /** More than any code that a chain accepts. */
    private static final int SOME = 1 << 16;

    /** Wants to know nothing; for any number of threads. */
    public static final Coverage NONE = new Coverage((code, pc) -> {});

    private static final Blocks ALL_HIT = allHit(SOME);

    /** Told of a block once until the next clear. */
    @FunctionalInterface
    public interface Listener {
        /** @param pc where the block begins */
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

        /** The block that begins at {@code pc} runs. */
        public void hit(int pc) {
            if (hits[pc] == 0) {
                owner.first(this, pc);
            }
        }
    }

    private final Listener listener;
    private final Map<Bytecode, Blocks> codes = new HashMap<>();
    private Blocks[] touched = new Blocks[256];
    private int[] places = new int[256];
    private int count;
    /** Contracts call each other in turn. */
    private Blocks latest = noBlocks();

    private Blocks beforeLatest = latest;

    public Coverage(Listener listener) {
        this.listener = listener;
    }

    Blocks of(Bytecode code) {
        // A JUMPI at the end is followed by the STOP beyond it.
        int places = code.size() + 1;
        if (this == NONE) {
            return places <= SOME ? ALL_HIT : allHit(places);
        }
        if (latest.code != code) {
            Blocks found = beforeLatest.code == code
                    ? beforeLatest
                    : codes.computeIfAbsent(code, c -> new Blocks(this, c, new byte[places]));
            beforeLatest = latest;
            latest = found;
        }
        return latest;
    }

    private static Blocks allHit(int places) {
        byte[] hits = new byte[places];
        Arrays.fill(hits, (byte) 1);
        return new Blocks(NONE, Bytecode.EMPTY, hits);
    }

    private void first(Blocks blocks, int pc) {
        blocks.hits[pc] = 1;
        if (count == places.length) {
            touched = Arrays.copyOf(touched, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
        }
        touched[count] = blocks;
        places[count++] = pc;
        listener.hit(blocks.code, pc);
    }

    /** Costs what was hit. Not while code runs. */
    public void clear() {
        for (int i = 0; i < count; i++) {
            touched[i].hits[places[i]] = 0;
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
