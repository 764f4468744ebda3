package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Ranges;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/** Parses a slot number into its region and keys. */
public final class SlotReader {
    /**
     * The assumed range of hashes: above every slot that a compiler counts up, and far below 2^256. Members of a struct
     * and elements of an array behind a hash therefore do not wrap, even if the elements are large.
     */
    public static final Interval HASH =
            Interval.of(BigInteger.TWO.pow(64), BigInteger.TWO.pow(256).subtract(BigInteger.TWO.pow(128)));

    /** The numbers below all hashes. */
    public static final Interval SMALL = Interval.unsigned(64);

    /**
     * The assumed range of distances from the beginning of an array within which no hash lies, neither of the array's
     * own kind nor of another one. An element that is further away may be in another mapping's slot.
     */
    public static final Interval NEAR = Interval.of(BigInteger.TWO.pow(64).negate(), BigInteger.TWO.pow(128));

    private static final String HASH_NAME = "keccak256/";
    private static final String TEXT_NAME = "keccak256/text";

    private static final BigInteger WORDS = BigInteger.TWO.pow(256);
    /** A text of 32 bytes is a key like any word. The others are numbers above all words, by their own hashes. */
    private static final Interval TEXT_KEYS = Interval.unsigned(257);

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

        /**
         * The array whose data contain the slot, if the compiler computed their first slot. The slot may be a few
         * before the first one, to which an index is still to be added.
         */
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
        return terms.apply(
                UnknownFunction.into(HASH_NAME + bytes, HASH),
                words.stream().map(this::computed).toList());
    }

    /**
     * The number instead of a sum with hashes of constants that are neither elements of mappings nor the data of
     * arrays: code computes the names of slots like that, from a text.
     */
    private IntTerm computed(IntTerm word) {
        IntTerm sum = word;
        for (Part part : Terms.parts(word)) {
            if (part.term() instanceof IntTerm.Apply hash && part.coefficient().equals(BigInteger.ONE)) {
                Optional<BigInteger> value = constantHash(hash).filter(_ -> isName(hash));
                if (value.isPresent()) {
                    sum = terms.add(terms.subtract(sum, hash), terms.constant(value.get()));
                }
            }
        }
        return sum;
    }

    /** A key and the slot of a mapping, which the last 32 bytes would be, are no name. */
    private boolean isName(IntTerm.Apply hash) {
        int bytes = Integer.parseInt(hash.function().name().substring(HASH_NAME.length()));
        return bytes < 32
                || (bytes % 32 != 0
                        && constantText(bytes, hash.arguments())
                                .flatMap(text -> Terms.constantOf(text.mapping()))
                                .filter(mapping -> !isPlain(mapping, folded))
                                .isPresent());
    }

    /** The hash of words that are known; empty if the term is no such hash. */
    public static Optional<BigInteger> constantHash(IntTerm term) {
        if (!(term instanceof IntTerm.Apply hash) || !isHashOfWords(hash)) {
            return Optional.empty();
        }
        int bytes = Integer.parseInt(hash.function().name().substring(HASH_NAME.length()));
        return constantBytes(hash.arguments())
                .map(all -> Keccak.hash(Arrays.copyOf(all, bytes)).toBigInteger());
    }

    private static Optional<byte[]> constantBytes(List<IntTerm> words) {
        byte[] all = new byte[32 * words.size()];
        for (int i = 0; i < words.size(); i++) {
            Optional<BigInteger> word = Terms.constantOf(words.get(i));
            if (word.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(Word.of(word.get()).toBytes32(), 0, all, 32 * i, 32);
        }
        return Optional.of(all);
    }

    /**
     * The hash of more than 32 bytes whose number is not known and whose last word is known: the element of a mapping
     * with a text as key. An unknown represents the bytes before the last word. Equal texts may get different unknowns,
     * which only adds states.
     */
    public IntTerm hashOfText(IntTerm lastWord) {
        return terms.apply(UnknownFunction.into(TEXT_NAME, HASH), List.of(terms.fresh("text", TEXT_KEYS), lastWord));
    }

    /** Returns whether the term is a hash of as many bytes as its function's name says, in words. */
    public static boolean isHashOfWords(IntTerm.Apply term) {
        String name = term.function().name();
        return name.startsWith(HASH_NAME) && !name.equals(TEXT_NAME);
    }

    /** The hash of unknown bytes. */
    public IntTerm hashOfAnything() {
        return terms.fresh("hash", HASH);
    }

    /**
     * What is hashed for an element of a mapping.
     *
     * @param mapping the slot of the mapping
     */
    private record Hashed(IntTerm key, IntTerm mapping) {}

    private Optional<Hashed> asElement(IntTerm term) {
        if (!(term instanceof IntTerm.Apply a) || !a.function().name().startsWith(HASH_NAME)) {
            return Optional.empty();
        }
        String size = a.function().name().substring(HASH_NAME.length());
        if (a.function().name().equals(TEXT_NAME) || size.equals("64")) {
            return Optional.of(
                    new Hashed(a.arguments().getFirst(), a.arguments().get(1)));
        }
        int bytes = Integer.parseInt(size);
        if (bytes <= 32) {
            return Optional.empty();
        }
        return constantText(bytes, a.arguments())
                .or(() -> bytes % 32 == 0 ? Optional.of(text(a.arguments())) : Optional.empty());
    }

    /** The element of a text that stands in the code. */
    private Optional<Hashed> constantText(int bytes, List<IntTerm> words) {
        return constantBytes(words).map(all -> {
            BigInteger key = Keccak.hash(Arrays.copyOf(all, bytes - 32)).toBigInteger();
            BigInteger mapping = new BigInteger(1, Arrays.copyOfRange(all, bytes - 32, bytes));
            return new Hashed(terms.constant(key.add(WORDS)), terms.constant(mapping));
        });
    }

    /** The element of a text of whole words. */
    private Hashed text(List<IntTerm> words) {
        List<IntTerm> text = words.subList(0, words.size() - 1);
        return new Hashed(
                terms.apply(UnknownFunction.into("text/" + 32 * text.size(), TEXT_KEYS), text), words.getLast());
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
    private SlotLocation plain(String contract, BigInteger slot, FieldLayout layout, Ranges ranges) {
        if (!isPlain(slot, folded)) {
            throw new UnsupportedConstructException("storage of " + contract + " at the slot 0x" + slot.toString(16)
                    + ", a number in the code that may be an element of a mapping");
        }
        return inside(Region.plain(contract, BigInteger.ZERO), List.of(), terms.constant(slot), layout, ranges);
    }

    /** The element of an array whose first slot the compiler computed. */
    private Optional<SlotLocation> elementOfKnown(String contract, IntTerm slot, FieldLayout layout, Ranges ranges) {
        BigInteger known = Terms.constantPart(slot);
        return known.compareTo(HASH.low().orElseThrow()) < 0
                ? Optional.empty()
                : folded.array(contract, known)
                        .map(array -> element(
                                array.location(), terms.subtract(slot, terms.constant(array.first())), layout, ranges));
    }

    private SlotLocation element(SlotLocation array, IntTerm slots, FieldLayout layout, Ranges ranges) {
        requireNear(array.region().contract(), slots, ranges);
        return elementOf(
                array.region().arrayInside(), array.keys(), slots, layout.stride(array.region()), layout, ranges);
    }

    /**
     * The element of an array, and what is there in it.
     *
     * @param keys those that select the array
     * @param slots from the first element
     */
    private SlotLocation elementOf(
            Region elements, List<IntTerm> keys, IntTerm slots, BigInteger stride, FieldLayout layout, Ranges ranges) {
        IntTerm whole = terms.zero;
        for (Part part : Terms.parts(slots)) {
            if (part.coefficient().mod(stride).signum() == 0) {
                whole = terms.add(
                        whole, terms.scale(part.term(), part.coefficient().divide(stride)));
            }
        }
        IntTerm rest = terms.subtract(slots, terms.scale(whole, stride));
        BigInteger constant = Terms.floorDivide(Terms.constantPart(rest), stride);
        rest = terms.subtract(rest, terms.constant(constant.multiply(stride)));
        if (!ranges.of(rest).within(Interval.of(BigInteger.ZERO, stride.subtract(BigInteger.ONE)))) {
            throw computed(elements.contract());
        }
        List<IntTerm> more = new ArrayList<>(keys);
        more.add(terms.add(whole, terms.constant(constant)));
        return inside(elements, more, rest, layout, ranges);
    }

    private static void requireNear(String contract, IntTerm slots, Ranges ranges) {
        if (!ranges.of(slots).within(NEAR)) {
            throw computed(contract);
        }
    }

    private static UnsupportedConstructException computed(String contract) {
        return new UnsupportedConstructException("storage of " + contract + " at a computed slot");
    }

    /**
     * The slot that lies so many slots behind the beginning of a region. If it is in an array of fixed length, it is an
     * element of it.
     */
    private SlotLocation inside(
            Region beginning, List<IntTerm> keys, IntTerm slots, FieldLayout layout, Ranges ranges) {
        Interval range = ranges.of(slots);
        for (FieldLayout.Run run : layout.runs(beginning)) {
            if (range.within(run.range())) {
                requireNear(beginning.contract(), slots, ranges);
                return elementOf(
                        beginning.plus(run.first()).fixedInside(run.stride()),
                        keys,
                        terms.subtract(slots, terms.constant(run.first())),
                        run.stride(),
                        layout,
                        ranges);
            }
        }
        return new SlotLocation(beginning.plus(range.single().orElseThrow(() -> computed(beginning.contract()))), keys);
    }

    /**
     * Parses a slot.
     *
     * @param number of the slot
     * @param layout names the arrays of fixed length
     * @param ranges what is known of indexes
     * @throws UnsupportedConstructException if the slot is not plain, in a mapping, or in an array
     */
    public SlotLocation locate(String contract, IntTerm number, FieldLayout layout, Ranges ranges) {
        IntTerm slot = computed(number);
        Optional<BigInteger> plain = Terms.constantOf(slot);
        if (plain.isPresent()) {
            return folded.locate(contract, plain.get())
                    .or(() -> elementOfKnown(contract, slot, layout, ranges))
                    .orElseGet(() -> plain(contract, plain.get(), layout, ranges));
        }
        Optional<SlotLocation> element = elementOfKnown(contract, slot, layout, ranges);
        if (element.isPresent()) {
            return element.get();
        }
        for (Part part : Terms.parts(slot)) {
            if (!part.coefficient().equals(BigInteger.ONE)) {
                continue;
            }
            IntTerm rest = terms.subtract(slot, part.term());
            if (part.term() instanceof IntTerm.Apply hash && isOfTwoWords(contract, hash, ranges)) {
                BigInteger further = ranges.of(rest).single().orElseThrow(() -> computed(contract));
                return new SlotLocation(Region.hashed(contract).plus(further), hash.arguments());
            }
            Optional<Hashed> mapping = asElement(part.term());
            if (mapping.isPresent()) {
                SlotLocation base = locate(contract, mapping.get().mapping(), layout, ranges);
                List<IntTerm> keys = new ArrayList<>(base.keys());
                keys.add(mapping.get().key());
                return inside(base.region().mappingInside(), keys, rest, layout, ranges);
            }
            Optional<IntTerm.Apply> array = asHash(part.term(), 32);
            if (array.isPresent()) {
                requireNoName(contract, array.get().arguments().getFirst());
                return element(
                        locate(contract, array.get().arguments().getFirst(), layout, ranges), rest, layout, ranges);
            }
        }
        return inside(Region.plain(contract, BigInteger.ZERO), List.of(), slot, layout, ranges);
    }

    /**
     * Returns whether the hash is of two words of which the second is no slot of a mapping: the contract has none. All
     * such hashes with a small second word are then in one region, whatever the words are. What the path knows of the
     * word counts: a number that a check keeps small must not be taken for the slot of a mapping instead.
     */
    private boolean isOfTwoWords(String contract, IntTerm.Apply hash, Ranges ranges) {
        return hash.function().name().equals(HASH_NAME + 64)
                && ranges.of(hash.arguments().get(1)).within(SMALL)
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
