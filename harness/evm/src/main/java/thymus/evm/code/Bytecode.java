package thymus.evm.code;

import java.util.Arrays;
import java.util.HexFormat;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** Immutable code of an account, with what is worth computing once: its hash and where jumps may land. */
public final class Bytecode {
    /** Reading past the end gives STOP and zeros: the longest instruction has 33 bytes. */
    private static final int PADDING = 33;

    public static final Bytecode EMPTY = new Bytecode(new byte[PADDING], 0);

    private final byte[] padded;
    private final int size;
    private volatile long[] jumpDestinations;
    private volatile Word hash;
    private Word[] immediates;
    private int hashCode;
    /** How often it ran, roughly: threads do not wait for each other. */
    private int heat;

    private volatile Attachment attachment = Attachment.NONE;

    /** What somebody made of the code and has travel with it: only they know what it is. */
    public interface Attachment {
        /** Nothing so far. */
        Attachment NONE = new Attachment() {};
    }

    private Bytecode(byte[] padded, int size) {
        this.padded = padded;
        this.size = size;
    }

    public static Bytecode of(byte[] code) {
        return code.length == 0 ? EMPTY : new Bytecode(Arrays.copyOf(code, code.length + PADDING), code.length);
    }

    /** @param hex with or without {@code 0x} */
    public static Bytecode parse(String hex) {
        return of(HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex));
    }

    /** In bytes. */
    public int size() {
        return size;
    }

    /** Zero, which is STOP, beyond the end. */
    public byte byteAt(int pc) {
        return pc >= size ? 0 : padded[pc];
    }

    /** How many bytes after the one at {@code pc} are the number that it pushes; zero where it is no PUSH. */
    private int immediateBytes(int pc) {
        int code = byteAt(pc) & 0xff;
        return code >= 0x60 && code <= 0x7f ? code - 0x5f : 0;
    }

    /** The number a PUSH at {@code pc} pushes; bytes beyond the end of the code are zero. Zero for other instructions. */
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

    /** Where the instruction after the one at {@code pc} begins. */
    public int next(int pc) {
        return pc + 1 + immediateBytes(pc);
    }

    /** Whether a JUMPDEST is at {@code pc} that is no part of a PUSH. */
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

    /** Where a jump to the word goes; negative where there is no JUMPDEST. */
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

    public byte[] toBytes() {
        return Arrays.copyOf(padded, size);
    }

    /** What was attached last. */
    public Attachment attachment() {
        return attachment;
    }

    /** For all who hold this code. */
    public void attach(Attachment made) {
        attachment = made;
    }

    /** Counts. @return whether the count has just passed the limit, or a multiple of it */
    public boolean heat(int weight, int limit) {
        int before = heat;
        heat = before + weight;
        return before / limit != heat / limit;
    }

    /** The code and {@code PADDING} zeros; shared, not to be written to. */
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
