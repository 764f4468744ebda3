package thymus.evm.interpreter;

import java.util.Arrays;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/**
 * The memory of a frame. Its growth is paid before it happens. A frame gets at most 64 MiB, and all frames together 640
 * MiB. These cost 8,600 gas and, over 1024 frames, 900 million gas. A transaction on Osaka has at most 17 million gas
 * (EIP-7825). A program above the limit is refused, not executed wrongly.
 */
final class Memory {
    private static final int LIMIT = 1 << 26;
    private static final int KEPT = 1 << 16;
    /** A limit in bytes: the square of its number of words fits into a long and costs 2^53 gas. */
    private static final long PAYABLE = 1L << 36;

    /** The memory budget that all frames of one EVM share. */
    static final class Budget {
        private long left = 640L << 20;
    }

    private final Budget budget;
    private byte[] bytes = new byte[1024];
    private int size;

    Memory(Budget budget) {
        this.budget = budget;
    }

    void reset() {
        if (bytes.length > KEPT) {
            bytes = new byte[1024];
        } else {
            Arrays.fill(bytes, 0, size, (byte) 0);
        }
        budget.left += size;
        size = 0;
    }

    int size() {
        return size;
    }

    /**
     * Makes {@code length} bytes from {@code offset} usable.
     *
     * @return the gas that is left from {@code gas}
     */
    long expand(Word offset, long length, long gas) {
        if (length == 0) {
            return gas;
        }
        long end = offset.clampToLong() + length;
        // The sum can overflow, because lengths are clamped to 2^63 − 1.
        if (end < 0 || length < 0) {
            throw Halt.OUT_OF_GAS.exception;
        }
        return end <= size ? gas : grow(end, gas);
    }

    long expand(Word offset, Word length, long gas) {
        return expand(offset, length.clampToLong(), gas);
    }

    private long grow(long end, long gas) {
        long words = (Math.min(end, PAYABLE) + 31) >>> 5;
        long left = gas - (cost(words) - cost(size >>> 5));
        if (left < 0) {
            throw Halt.OUT_OF_GAS.exception;
        }
        long target = words << 5;
        if (target > LIMIT || target - size > budget.left) {
            throw new MemoryLimitException(end);
        }
        budget.left -= target - size;
        size = (int) target;
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
        return left;
    }

    private static long cost(long words) {
        return 3 * words + words * words / 512;
    }

    Word read(int offset) {
        return WordBytes.read32(bytes, offset);
    }

    void write(int offset, Word value) {
        WordBytes.write(value, bytes, offset);
    }

    void writeByte(int offset, long value) {
        bytes[offset] = (byte) value;
    }

    /** Copies bytes, with zeros for those beyond the end of the source. */
    void writePadded(int offset, byte[] source, Word from, int length) {
        long start = from.clampToLong();
        int available = start >= source.length ? 0 : (int) Math.min(length, source.length - start);
        if (available > 0) {
            System.arraycopy(source, (int) start, bytes, offset, available);
        }
        Arrays.fill(bytes, offset + available, offset + length, (byte) 0);
    }

    void write(int offset, byte[] source, int length) {
        System.arraycopy(source, 0, bytes, offset, length);
    }

    void move(int to, int from, int length) {
        System.arraycopy(bytes, from, bytes, to, length);
    }

    byte[] copy(Word offset, Word length) {
        int n = (int) length.toLong();
        return n == 0 ? Frame.NOTHING : Arrays.copyOfRange(bytes, (int) offset.toLong(), (int) offset.toLong() + n);
    }

    /** The backing array, for hashing without a copy. */
    byte[] bytes() {
        return bytes;
    }
}
