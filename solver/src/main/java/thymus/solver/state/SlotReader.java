package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/** Parses a slot number into its region and keys. */
public final class SlotReader {
    /**
     * The assumed range of hashes: above every slot that a compiler counts up, and far below 2^256. Members of a struct
     * and elements of an array behind a hash therefore do not wrap.
     */
    public static final Interval HASH =
            Interval.of(BigInteger.TWO.pow(64), BigInteger.TWO.pow(256).subtract(BigInteger.TWO.pow(64)));

    /** The numbers below all hashes. */
    public static final Interval SMALL = Interval.unsigned(64);

    private static final String HASH_NAME = "keccak256/";
    private static final String TEXT_NAME = "keccak256/text";

    private final Terms terms;
    private final FoldedHashes folded;

    /**
     * A dynamic array.
     *
     * @param location of its length
     * @param first the slot of its first element
     */
    public record ArrayPlace(SlotLocation location, BigInteger first) {}

    /** The facts about hashes that the compiler computed. */
    public interface FoldedHashes {
        /** The element at the slot; empty if it is not an element of a mapping. */
        Optional<SlotLocation> locate(String contract, BigInteger slot);

        /** The array whose data contain the slot, if the compiler computed their first slot. */
        default Optional<ArrayPlace> array(String contract, BigInteger slot) {
            return Optional.empty();
        }

        /** Returns whether the contract's variables are known, and none is or holds a mapping. */
        default boolean hasNoMapping(String contract) {
            return false;
        }

        /** Returns whether a standard or the sources name the slot, so that it is not an element of a mapping. */
        default boolean isNamed(BigInteger slot) {
            return false;
        }
    }

    public SlotReader(Terms terms, FoldedHashes folded) {
        this.terms = terms;
        this.folded = folded;
    }

    /**
     * The hash of {@code bytes} bytes, given as words, with the last one padded with zeros. It is an unknown function
     * and never evaluated, so that known and unknown keys of a mapping stay in one region.
     */
    public IntTerm hash(int bytes, List<IntTerm> words) {
        return terms.apply(UnknownFunction.into(HASH_NAME + bytes, HASH), words);
    }

    /**
     * The hash of more than 32 bytes whose number is not known and whose last word is known: the element of a mapping
     * with a text as key. An unknown represents the bytes before the last word. Equal texts may get different unknowns,
     * which only adds states.
     */
    public IntTerm hashOfText(IntTerm lastWord) {
        return terms.apply(
                UnknownFunction.into(TEXT_NAME, HASH), List.of(terms.fresh("text", Interval.unsigned(256)), lastWord));
    }

    /** The hash of unknown bytes. */
    public IntTerm hashOfAnything() {
        return terms.fresh("hash", HASH);
    }

    private static Optional<IntTerm.Apply> asElement(IntTerm term) {
        return asHash(term, 64)
                .or(() -> term instanceof IntTerm.Apply a && a.function().name().equals(TEXT_NAME)
                        ? Optional.of(a)
                        : Optional.empty());
    }

    private static Optional<IntTerm.Apply> asHash(IntTerm term, int bytes) {
        return term instanceof IntTerm.Apply a && a.function().name().equals(HASH_NAME + bytes)
                ? Optional.of(a)
                : Optional.empty();
    }

    /**
     * Returns whether the slot is not an element of a mapping: it is counted up, named, or outside the range of hashes.
     */
    public static boolean isPlain(BigInteger slot, FoldedHashes folded) {
        return !HASH.contains(slot) || folded.isNamed(slot);
    }

    /**
     * A number in the range of hashes may be a hash that the compiler computed, and so an element of an unknown
     * mapping.
     */
    private SlotLocation plain(String contract, BigInteger slot) {
        if (!isPlain(slot, folded)) {
            throw new UnsupportedConstructException("storage of " + contract + " at the slot 0x" + slot.toString(16)
                    + ", a number in the code that may be an element of a mapping");
        }
        return new SlotLocation(Region.plain(contract, slot), List.of());
    }

    /** The element of an array whose first slot the compiler computed. */
    private Optional<SlotLocation> elementOfKnown(String contract, IntTerm slot) {
        BigInteger known = Terms.constantPart(slot);
        return known.compareTo(HASH.low().orElseThrow()) < 0
                ? Optional.empty()
                : folded.array(contract, known)
                        .map(array -> element(array.location(), terms.subtract(slot, terms.constant(array.first()))));
    }

    private static SlotLocation element(SlotLocation array, IntTerm index) {
        List<IntTerm> keys = new ArrayList<>(array.keys());
        keys.add(index);
        return new SlotLocation(array.region().arrayInside(), keys);
    }

    /**
     * Parses a slot.
     *
     * @throws UnsupportedConstructException if the slot is not plain, in a mapping, or in an array
     */
    public SlotLocation locate(String contract, IntTerm slot) {
        Optional<BigInteger> plain = Terms.constantOf(slot);
        if (plain.isPresent()) {
            return folded.locate(contract, plain.get())
                    .or(() -> elementOfKnown(contract, slot))
                    .orElseGet(() -> plain(contract, plain.get()));
        }
        Optional<SlotLocation> element = elementOfKnown(contract, slot);
        if (element.isPresent()) {
            return element.get();
        }
        for (Part part : Terms.parts(slot)) {
            if (!part.coefficient().equals(BigInteger.ONE)) {
                continue;
            }
            IntTerm rest = terms.subtract(slot, part.term());
            Optional<IntTerm.Apply> mapping = asElement(part.term());
            if (mapping.isPresent() && rest instanceof IntTerm.Constant c && isOfTwoWords(contract, mapping.get())) {
                return new SlotLocation(
                        Region.hashed(contract).plus(c.value()), mapping.get().arguments());
            }
            if (mapping.isPresent() && rest instanceof IntTerm.Constant c) {
                SlotLocation base = locate(contract, mapping.get().arguments().get(1));
                List<IntTerm> keys = new ArrayList<>(base.keys());
                keys.add(mapping.get().arguments().getFirst());
                return new SlotLocation(base.region().mappingInside().plus(c.value()), keys);
            }
            Optional<IntTerm.Apply> array = asHash(part.term(), 32);
            if (array.isPresent()) {
                requireNoName(contract, array.get().arguments().getFirst());
                return element(locate(contract, array.get().arguments().getFirst()), rest);
            }
        }
        throw new UnsupportedConstructException("storage of " + contract + " at a computed slot");
    }

    /**
     * Returns whether the hash is of two words of which the second is no slot of a mapping: the contract has none. All
     * such hashes with a small second word are then in one region, whatever the words are.
     */
    private boolean isOfTwoWords(String contract, IntTerm.Apply hash) {
        return hash.function().name().equals(HASH_NAME + 64)
                && hash.arguments().get(1).range().within(SMALL)
                && folded.hasNoMapping(contract);
    }

    /** A namespaced struct (ERC-7201) begins near the data of an array at the slot of the same name (ERC-1967). */
    private void requireNoName(String contract, IntTerm length) {
        Terms.constantOf(length)
                .filter(slot -> slot.bitLength() > 64)
                .map(slot -> Keccak.hash(Word.of(slot).toBytes32()).toBigInteger())
                .filter(folded::isNamed)
                .ifPresent(first -> {
                    throw new UnsupportedConstructException("storage of " + contract + " behind the slot 0x"
                            + first.toString(16) + ", an element of an array that may have a name as well");
                });
    }
}
