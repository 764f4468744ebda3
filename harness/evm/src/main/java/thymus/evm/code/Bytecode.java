package thymus.evm.code;

import java.util.Arrays;
import java.util.HexFormat;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** The immutable code of an account, with its hash and its jump destinations, which are computed once. */
public final class Bytecode {
    /** The longest instruction has 33 bytes. Reads past the end give STOP and zeros. */
    private static final int PADDING = 33;

    public static final Bytecode EMPTY = new Bytecode(new byte[PADDING], 0);

    private final byte[] padded;
    private final int size;
    private volatile long[] jumpDestinations;
    private volatile Word hash;
    private Word[] immediates;
    private int hashCode;
    /** The approximate execution count; threads do not synchronize. */
    private int count;

    private volatile Attachment attachment = Attachment.NONE;

    /** Data that another layer derives from the code and caches with it. Only that layer knows its type. */
    public interface Attachment {
        /** The initial value: no attachment. */
        Attachment NONE = new Attachment() {};
    }

    private Bytecode(byte[] padded, int size) {
        this.padded = padded;
        this.size = size;
    }

    /** The code with these bytes, which are copied. */
    public static Bytecode of(byte[] code) {
        return code.length == 0 ? EMPTY : new Bytecode(Arrays.copyOf(code, code.length + PADDING), code.length);
    }

    /**
     * Parses hexadecimal code.
     *
     * @param hex with or without {@code 0x}
     * @throws IllegalArgumentException if it is not hexadecimal
     */
    public static Bytecode parse(String hex) {
        return of(HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex));
    }

    /** The size in bytes. */
    public int size() {
        return size;
    }

    /** The byte at {@code pc}; zero, which is STOP, beyond the end. */
    public byte byteAt(int pc) {
        return pc >= size ? 0 : padded[pc];
    }

    /** The number of immediate bytes of the PUSH at {@code pc}; zero for any other instruction. */
    private int immediateBytes(int pc) {
        int code = byteAt(pc) & 0xff;
        return code >= 0x60 && code <= 0x7f ? code - 0x5f : 0;
    }

    /**
     * The immediate value of the PUSH at {@code pc}, and zero for any other instruction. Bytes beyond the end of the
     * code are zero.
     */
    public Word immediate(int pc) {
        int length = immediateBytes(pc);
        if (length == 0) {
            return Word.ZERO;
        }
        Word[] known = immediates;
        if (known == null) {
            known = new Word[size];
            immediates = known;
        }
        Word value = known[pc];
        if (value == null) {
            value = length == 1 ? Word.of(padded[pc + 1] & 0xff) : WordBytes.read(padded, pc + 1, length);
            known[pc] = value;
        }
        return value;
    }

    /** The pc of the instruction after the one at {@code pc}. */
    public int next(int pc) {
        return pc + 1 + immediateBytes(pc);
    }

    /** Returns whether {@code pc} holds a JUMPDEST that is not part of a PUSH. */
    public boolean isJumpDestination(int pc) {
        if (pc < 0 || pc >= size || padded[pc] != 0x5b) {
            return false;
        }
        long[] bits = jumpDestinations;
        if (bits == null) {
            bits = findJumpDestinations();
            jumpDestinations = bits;
        }
        return (bits[pc >>> 6] >>> pc & 1) != 0;
    }

    /** The pc that a jump to the word reaches; negative if there is no JUMPDEST. */
    public int jumpTarget(Word to) {
        return to.fitsLong() && to.d() <= Integer.MAX_VALUE && isJumpDestination((int) to.d()) ? (int) to.d() : -1;
    }

    private long[] findJumpDestinations() {
        long[] bits = new long[(size + 63) >>> 6];
        for (int pc = 0; pc < size; pc++) {
            int code = padded[pc] & 0xff;
            if (code == 0x5b) {
                bits[pc >>> 6] |= 1L << pc;
            } else if (code >= 0x60 && code <= 0x7f) {
                pc += code - 0x5f;
            }
        }
        return bits;
    }

    /** The keccak-256 of the code. */
    public Word hash() {
        Word known = hash;
        if (known == null) {
            known = Keccak.hash(padded, 0, size);
            hash = known;
        }
        return known;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(padded, size);
    }

    /** The latest attachment. */
    public Attachment attachment() {
        return attachment;
    }

    /** Sets the attachment for every user of this object. */
    public void attach(Attachment made) {
        attachment = made;
    }

    /**
     * Adds to the execution count.
     *
     * @return whether the count has just passed a multiple of the limit
     */
    public boolean count(int weight, int limit) {
        int before = count;
        count = before + weight;
        return before / limit != count / limit;
    }

    /** The code followed by {@code PADDING} zeros; shared, must not be modified. */
    public byte[] padded() {
        return padded;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Bytecode that && Arrays.equals(padded, that.padded));
    }

    @Override
    public int hashCode() {
        int known = hashCode;
        if (known == 0) {
            known = Arrays.hashCode(padded);
            hashCode = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return "0x" + HexFormat.of().formatHex(padded, 0, size);
    }
}
