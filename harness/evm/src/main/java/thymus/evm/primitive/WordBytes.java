package thymus.evm.primitive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Words in byte arrays, big-endian, as in EVM memory and call data. */
public final class WordBytes {
    /** The length of a word, in bytes. */
    public static final int SIZE = 32;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private WordBytes() {}

    /** The number in the 8 bytes from {@code at}, all of which must exist. */
    public static long readLong(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** The word in the 32 bytes from {@code at}, all of which must exist. */
    public static Word read32(byte[] bytes, int at) {
        return new Word(
                (long) LONG.get(bytes, at), (long) LONG.get(bytes, at + 8), (long) LONG.get(bytes, at + 16), (long)
                        LONG.get(bytes, at + 24));
    }

    /** The number in {@code length} bytes from {@code at}; only the last 32 count. */
    public static Word read(byte[] bytes, int at, int length) {
        if (length >= 32) {
            return read32(bytes, at + length - 32);
        }
        byte[] padded = new byte[32];
        System.arraycopy(bytes, at, padded, 32 - length, length);
        return read32(padded, 0);
    }

    /** The word in the 32 bytes from {@code at}, with zeros beyond the end. */
    public static Word readZeroPadded(byte[] bytes, long at) {
        if (at >= bytes.length) {
            return Word.ZERO;
        }
        if (at + 32 <= bytes.length) {
            return read32(bytes, (int) at);
        }
        byte[] padded = new byte[32];
        System.arraycopy(bytes, (int) at, padded, 0, bytes.length - (int) at);
        return read32(padded, 0);
    }

    /** Writes all 32 bytes from {@code at}. */
    public static void write(Word word, byte[] bytes, int at) {
        LONG.set(bytes, at, word.a());
        LONG.set(bytes, at + 8, word.b());
        LONG.set(bytes, at + 16, word.c());
        LONG.set(bytes, at + 24, word.d());
    }
}
