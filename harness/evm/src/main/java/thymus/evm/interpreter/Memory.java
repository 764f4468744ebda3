package thymus.evm.interpreter;

import java.util.Arrays;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/**
 * A frame's memory. Growth is paid before it happens. A frame gets 64 MiB and all frames together 640 MiB. These cost
 * 8,600 and, over 1024 frames, 900 million gas, where Osaka's transactions have 17 million (EIP-7825); a program that has
 * more is not run rather than run wrongly.
 */
final class Memory {
    private static final int LIMIT = 1 << 26;
    private static final int KEPT = 1 << 16;
    /** In bytes; the square of the number of words still fits into a long, and costs 2^53 gas. */
    private static final long PAYABLE = 1L << 36;

    /** What the frames of one machine have in common. */
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

    /** Makes {@code length} bytes from {@code offset} usable. @return the gas left of {@code gas} */
    long expand(Word offset, long length, long gas) {
        if (length == 0) {
            return gas;
        }
        long end = offset.clampToLong() + length;
        // Also where the sum overflows: lengths are clamped to 2^63 − 1.
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

    /** Copies, with zeros for what lies beyond the end of the source. */
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

    /** The array itself, for hashing. */
    byte[] bytes() {
        return bytes;
    }
}
