package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/**
 * Bytes at known positions with unknown values: memory, call data or return data. Each byte is an index into a word
 * term (0 is the most significant byte). A word that is stored and loaded as a whole is therefore the same term.
 */
public final class ByteRun {
    private IntTerm[] words;
    private byte[] places;
    private int size;

    ByteRun() {
        this(new IntTerm[0], new byte[0], 0);
    }

    private ByteRun(IntTerm[] words, byte[] places, int size) {
        this.words = words;
        this.places = places;
        this.size = size;
    }

    ByteRun copy() {
        return new ByteRun(words.clone(), places.clone(), size);
    }

    int size() {
        return size;
    }

    /** The bytes from {@code offset} on, with zeros past the end. */
    ByteRun slice(int offset, int length) {
        ByteRun slice = new ByteRun();
        slice.grow(length);
        for (int i = 0; i < length && offset + i < size; i++) {
            slice.words[i] = words[offset + i];
            slice.places[i] = places[offset + i];
        }
        return slice;
    }

    void grow(int newSize) {
        if (newSize > words.length) {
            int capacity = Math.max(newSize, 2 * words.length);
            words = Arrays.copyOf(words, capacity);
            places = Arrays.copyOf(places, capacity);
        }
        size = Math.max(size, newSize);
    }

    void storeWord(int offset, IntTerm word) {
        grow(offset + 32);
        for (int i = 0; i < 32; i++) {
            words[offset + i] = word;
            places[offset + i] = (byte) i;
        }
    }

    void storeByte(int offset, IntTerm word) {
        grow(offset + 1);
        words[offset] = word;
        places[offset] = 31;
    }

    void store(int offset, ByteRun bytes) {
        grow(offset + bytes.size);
        System.arraycopy(bytes.words, 0, words, offset, bytes.size);
        System.arraycopy(bytes.places, 0, places, offset, bytes.size);
    }

    void append(byte[] known, Terms terms) {
        int at = size;
        grow(size + known.length);
        for (int i = 0; i < known.length; i++) {
            words[at + i] = terms.constant(known[i] & 0xff);
            places[at + i] = 31;
        }
    }

    /** The big-endian word at the offset, with zeros past the end. */
    IntTerm word(int offset, WordArithmetic ops, Terms terms) {
        IntTerm total = terms.zero;
        int at = 0;
        while (at < 32) {
            int index = offset + at;
            IntTerm source = index < size ? words[index] : null;
            if (source == null) {
                at++;
                continue;
            }
            int first = places[index];
            int length = 1;
            while (at + length < 32
                    && index + length < size
                    && words[index + length] == source
                    && places[index + length] == first + length) {
                length++;
            }
            IntTerm part =
                    first == 0 && length == 32 ? source : ops.field(source, 8 * (32 - first - length), 8 * length);
            total = terms.add(total, terms.scale(part, BigInteger.TWO.pow(8 * (32 - at - length))));
            at += length;
        }
        return total;
    }

    /** A byte that is a number; a byte that was not written is unknown. */
    Optional<Byte> byteAt(int index) {
        return Optional.ofNullable(words[index])
                .flatMap(Terms::constantOf)
                .map(word -> word.shiftRight(8 * (31 - places[index])).byteValue());
    }

    /** The word of which the 32 bytes from the offset on consist, if there is one. */
    Optional<IntTerm> wordAt(int offset) {
        for (int i = 0; i < 32; i++) {
            if (offset + i >= size || words[offset + i] != words[offset] || places[offset + i] != i) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(words[offset]);
    }

    /** The four bytes of a selector. */
    static ByteRun ofSelector(IntTerm selector) {
        ByteRun run = new ByteRun();
        run.grow(4);
        for (int i = 0; i < 4; i++) {
            run.words[i] = selector;
            run.places[i] = (byte) (28 + i);
        }
        return run;
    }

    /** Returns whether every byte is either known or before {@code zerosEnd}. */
    boolean holdsAll(int offset, int length, int zerosEnd) {
        for (int i = Math.max(offset, zerosEnd); i < offset + length; i++) {
            if (i >= size || words[i] == null) {
                return false;
            }
        }
        return true;
    }

    boolean holdsNothing(int offset, int length) {
        for (int i = offset; i < offset + length && i < size; i++) {
            if (words[i] != null) {
                return false;
            }
        }
        return true;
    }

    /** The first known byte; the size if there is none. */
    int firstHeld() {
        int first = 0;
        while (first < size && words[first] == null) {
            first++;
        }
        return first;
    }

    /** Makes the bytes in [from, to) unknown. */
    void forget(int from, int to) {
        for (int i = from; i < to && i < size; i++) {
            words[i] = null;
        }
    }

    /** The same bytes, with explicit zeros. */
    ByteRun withoutGaps(Terms terms) {
        ByteRun full = copy();
        full.fillGaps(size, terms);
        return full;
    }

    /** Adds explicit zeros up to {@code end}. */
    void fillGaps(int end, Terms terms) {
        for (int i = 0; i < size && i < end; i++) {
            if (words[i] == null) {
                words[i] = terms.zero;
                places[i] = 31;
            }
        }
    }

    /** The words in which the other run differs from this one, or is unknown and this one is not. */
    Set<Integer> differentWords(ByteRun other) {
        Set<Integer> different = new TreeSet<>();
        for (int i = 0; i < Math.max(size, other.size); i++) {
            IntTerm here = i < size ? words[i] : null;
            IntTerm there = i < other.size ? other.words[i] : null;
            if (here != there || (here != null && places[i] != other.places[i])) {
                different.add(i / 32);
            }
        }
        return different;
    }

    /** Returns whether this run contains every known byte of the other. */
    boolean holdsAllOf(ByteRun other) {
        for (int i = 0; i < other.size; i++) {
            if (other.words[i] != null && (i >= size || words[i] != other.words[i] || places[i] != other.places[i])) {
                return false;
            }
        }
        return true;
    }

    /** Copies the known bytes of the other run, shifted by that many bytes. */
    void merge(int shift, ByteRun other) {
        grow(shift + other.size);
        for (int i = 0; i < other.size; i++) {
            if (other.words[i] != null) {
                words[shift + i] = other.words[i];
                places[shift + i] = other.places[i];
            }
        }
    }

    void simplify(UnaryOperator<IntTerm> simplify) {
        for (int i = 0; i < size; i++) {
            if (words[i] != null) {
                words[i] = i > 0 && words[i] == words[i - 1] ? words[i] : simplify.apply(words[i]);
            }
        }
    }
}
