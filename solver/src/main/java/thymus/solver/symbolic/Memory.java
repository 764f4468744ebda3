package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * A frame's memory, with offsets that may be unknown. Known bytes are correct for every order of writes, because a
 * write removes all bytes that it may overlap. An unknown byte may have any value.
 *
 * <p>An offset consists of a base (its linear form without the constant) and a constant. Bytes with the same base are
 * kept together, such as those that a compiler allocates after data of unknown length. Mutable; copied at a fork.
 */
final class Memory {
    /** The limit of constants in a segment, because gas does not pay for more. */
    private static final int MOST_IN_SEGMENT = 1 << 22;

    /** The offset at which solc begins to allocate. The word before it is always zero. */
    private static final int FIRST_ALLOCATED = 0x80;

    private final Terms terms;
    /** The segments by the ids of their bases. */
    private Map<Integer, Segment> segments = new LinkedHashMap<>();
    /** Data of unknown length that were copied as a whole. */
    private List<Copied> copies = new ArrayList<>();
    /** From this offset on, bytes at known offsets that were never written may not be zero. */
    private int zerosEnd = Integer.MAX_VALUE;

    /** True if the extent of touched memory is known. */
    private boolean isSizeKnown = true;

    private record Segment(IntTerm base, ByteRun bytes) {}

    private record Copied(IntTerm start, IntTerm size, CallData source) {}

    Memory(Terms terms) {
        this.terms = terms;
        segments.put(terms.zero.id(), new Segment(terms.zero, new ByteRun()));
    }

    Memory copy() {
        Memory copy = new Memory(terms);
        segments.forEach(
                (id, s) -> copy.segments.put(id, new Segment(s.base(), s.bytes().copy())));
        copy.copies.addAll(copies);
        copy.zerosEnd = zerosEnd;
        copy.isSizeKnown = isSizeKnown;
        return copy;
    }

    /** The extent of touched memory; empty if it is unknown. */
    OptionalInt size() {
        return isSizeKnown ? OptionalInt.of(low().size()) : OptionalInt.empty();
    }

    /** Makes the extent unknown. */
    void forgetSize() {
        isSizeKnown = false;
    }

    private ByteRun low() {
        return segments.get(terms.zero.id()).bytes();
    }

    /** The word at an offset. An unknown word becomes an unknown that is kept. */
    IntTerm load(IntTerm place, Simplifier simplifier) {
        int constant = constant(place);
        touch(place, terms.constant(32));
        return peek(place, simplifier).orElseGet(() -> {
            IntTerm unknown = terms.fresh("a word of memory", WordArithmetic.WORD);
            if (isHeld(place) && isUnknown(place, constant)) {
                segment(place).bytes().storeWord(constant, unknown);
            }
            return unknown;
        });
    }

    /** Returns whether every byte of the word is unknown. */
    private boolean isUnknown(IntTerm place, int constant) {
        Segment segment = segments.get(base(place).id());
        return segment == null || segment.bytes().holdsNothing(constant, 32);
    }

    /** The word at an offset, if it is known. */
    Optional<IntTerm> peek(IntTerm place, Simplifier simplifier) {
        IntTerm base = base(place);
        int constant = constant(place);
        Segment segment = segments.get(base.id());
        if (segment != null && isHeld(place)) {
            boolean fresh = base == terms.zero && constant + 32 <= zerosEnd;
            if (fresh || segment.bytes().holdsAll(constant, 32, base == terms.zero ? zerosEnd : 0)) {
                return Optional.of(segment.bytes().word(constant, new WordArithmetic(simplifier), terms));
            }
        }
        Distances distances = new Distances(simplifier);
        for (Copied copied : copies.reversed()) {
            IntTerm inside = terms.subtract(place, copied.start());
            if (distances.atMost(copied.start(), place)
                    && distances.atMost(terms.add(inside, terms.constant(32)), copied.size())) {
                return Optional.of(copied.source().at(inside, simplifier));
            }
        }
        return Optional.empty();
    }

    /** The bytes from an offset on. Unknown bytes become unknowns of the result. */
    ByteRun slice(IntTerm place, int length, Simplifier simplifier) {
        int constant = constant(place);
        Segment segment = segments.get(base(place).id());
        if (segment != null && isHeld(place)) {
            int zeros = segment.base() == terms.zero ? zerosEnd : 0;
            if (segment.bytes().holdsAll(constant, length, zeros)) {
                return segment.bytes().slice(constant, length);
            }
        }
        ByteRun run = new ByteRun();
        for (int i = 0; i < length; i += 32) {
            run.storeWord(i, load(terms.add(place, terms.constant(i)), simplifier));
        }
        return run.slice(0, length);
    }

    /** The data that the range holds from its first byte to its last, if they were copied in as a whole. */
    Optional<CallData> copied(IntTerm place, IntTerm size, Simplifier simplifier) {
        return copies.reversed().stream()
                .filter(copy -> copy.start() == place
                        && copy.size() == size
                        && simplifier.simplify(copy.source().size()) == size)
                .findFirst()
                .map(Copied::source);
    }

    void storeWord(IntTerm place, IntTerm word, Simplifier simplifier) {
        forget(place, terms.constant(32), true, simplifier);
        if (isHeld(place)) {
            segment(place).bytes().storeWord(constant(place), word);
        }
    }

    void storeByte(IntTerm place, IntTerm word, Simplifier simplifier) {
        forget(place, terms.one, true, simplifier);
        if (isHeld(place)) {
            segment(place).bytes().storeByte(constant(place), word);
        }
    }

    void store(IntTerm place, ByteRun bytes, Simplifier simplifier) {
        if (bytes.size() > 0) {
            forget(place, terms.constant(bytes.size()), true, simplifier);
            if (isHeld(place)) {
                segment(place).bytes().store(constant(place), bytes.withoutGaps(terms));
            }
        }
    }

    /** Copies the whole source, whose size may be unknown. */
    void store(IntTerm place, CallData source, Simplifier simplifier) {
        forget(place, source.size(), false, simplifier);
        copies.add(new Copied(place, source.size(), source));
    }

    /** Extends the memory, whose size covers all touched bytes, whether written or not. */
    void touch(IntTerm place, IntTerm size) {
        Optional<BigInteger> length = Terms.constantOf(size);
        if (base(place) == terms.zero
                && length.isPresent()
                && constant(place) + length.get().longValue() <= MOST_IN_SEGMENT) {
            low().grow(constant(place) + length.get().intValue());
        } else {
            isSizeKnown = false;
        }
    }

    /** Makes the bytes unknown. */
    void forget(IntTerm place, IntTerm size, Simplifier simplifier) {
        forget(place, size, false, simplifier);
    }

    /**
     * Removes the known bytes that a write may change.
     *
     * @param overwritten whether the write is then stored in the segment of its own base
     */
    private void forget(IntTerm place, IntTerm size, boolean overwritten, Simplifier simplifier) {
        touch(place, size);
        Distances distances = new Distances(simplifier);
        IntTerm base = base(place);
        Optional<BigInteger> length = Terms.constantOf(size);
        boolean exact = length.isPresent() && length.get().bitLength() < 23 && isHeld(place) && overwritten;
        copies.removeIf(c -> !distances.disjoint(place, size, c.start(), c.size()));
        List<Integer> gone = new ArrayList<>();
        for (Segment segment : segments.values()) {
            if ((segment.base() == base && exact) || segment.bytes().size() == 0) {
                continue;
            }
            if (segment.base() == terms.zero) {
                forgetLow(segment, place, size, simplifier);
                continue;
            }
            int first = segment.bytes().firstHeld();
            IntTerm start = terms.add(segment.base(), terms.constant(first));
            IntTerm held = terms.constant(segment.bytes().size() - first);
            if (!distances.disjoint(place, size, start, held)) {
                gone.add(segment.base().id());
            }
        }
        gone.forEach(segments::remove);
        if (base != terms.zero || !exact) {
            Interval range = simplifier.facts().range(place);
            zerosEnd = Math.min(zerosEnd, clamp(range.low().orElse(BigInteger.ZERO)));
        }
    }

    /** Removes the bytes at known offsets between the least and the greatest that the write may reach. */
    private static void forgetLow(Segment low, IntTerm place, IntTerm size, Simplifier simplifier) {
        int from = clamp(simplifier.facts().range(place).low().orElse(BigInteger.ZERO));
        int to = simplifier
                .facts()
                .range(simplifier.terms().add(place, size))
                .high()
                .map(Memory::clamp)
                .orElse(Integer.MAX_VALUE);
        low.bytes().forget(from, to);
    }

    private static int clamp(BigInteger number) {
        return number.signum() < 0 ? 0 : number.bitLength() > 30 ? Integer.MAX_VALUE : number.intValue();
    }

    private Segment segment(IntTerm place) {
        IntTerm base = base(place);
        return segments.computeIfAbsent(base.id(), id -> new Segment(base, new ByteRun()));
    }

    private IntTerm base(IntTerm place) {
        return terms.subtract(place, terms.constant(Terms.constantPart(place)));
    }

    private static int constant(IntTerm place) {
        BigInteger constant = Terms.constantPart(place);
        return constant.signum() < 0 ? -1 : clamp(constant);
    }

    int zerosEnd() {
        return zerosEnd;
    }

    /** Makes a word at a known offset unknown. */
    void forgetWord(int word) {
        ByteRun low = low();
        low.grow(Math.max(32 * word + 32, FIRST_ALLOCATED));
        low.fillGaps(zerosEnd, terms);
        low.forget(32 * word, 32 * word + 32);
        zerosEnd = Math.min(zerosEnd, 32 * word);
    }

    /** Makes all bytes at unknown offsets unknown, and from an offset on the unwritten ones at known offsets. */
    void forgetUnknownPlaces(int from) {
        segments.keySet().removeIf(id -> id != terms.zero.id());
        copies.clear();
        zerosEnd = Math.min(zerosEnd, from);
    }

    /** The words at known offsets that differ from those of the other memory. */
    Set<Integer> differentWords(Memory other) {
        return low().differentWords(other.low());
    }

    /** Returns whether the other memory has at least the same bytes at unknown offsets. */
    boolean hasSameUnknownPlaces(Memory other) {
        for (Segment segment : segments.values()) {
            Segment now = other.segments.get(segment.base().id());
            if (segment.base() != terms.zero && (now == null || !now.bytes().holdsAllOf(segment.bytes()))) {
                return false;
            }
        }
        return other.copies.containsAll(copies);
    }

    /** Returns whether a segment can contain bytes from the offset on. */
    private static boolean isHeld(IntTerm place) {
        int constant = constant(place);
        return constant >= 0 && constant < MOST_IN_SEGMENT;
    }

    /** Simplifies offsets and values under the current facts of the path. */
    void simplify(Simplifier simplifier) {
        Map<Integer, Segment> old = segments;
        segments = new LinkedHashMap<>();
        for (Segment segment : old.values()) {
            segment.bytes().simplify(simplifier::simplify);
            IntTerm base = simplifier.simplify(segment.base());
            int shift = constant(base);
            IntTerm rest = base(base);
            if (rest == segment.base() && !segments.containsKey(rest.id())) {
                segments.put(rest.id(), segment);
            } else if (shift >= 0 && segment.bytes().size() + (long) shift < MOST_IN_SEGMENT) {
                Segment into = segments.computeIfAbsent(rest.id(), id -> new Segment(rest, new ByteRun()));
                into.bytes().merge(shift, segment.bytes());
            }
        }
        copies.replaceAll(c -> new Copied(simplifier.simplify(c.start()), simplifier.simplify(c.size()), c.source()));
    }
}
