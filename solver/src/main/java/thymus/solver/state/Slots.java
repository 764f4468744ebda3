package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/** Reads the structure of a slot number: which region, which keys. */
public final class Slots {
    /**
     * A hash is taken to lie above every slot that a compiler hands out by counting, and so far below 2^256 that the
     * members of a struct or the elements of an array behind it do not wrap: a standing assumption.
     */
    public static final Interval HASH = Interval.of(
            BigInteger.TWO.pow(64), BigInteger.TWO.pow(256).subtract(BigInteger.TWO.pow(64)));

    /** ERC-1967: implementation, beacon and administrator of a proxy. */
    private static final Set<BigInteger> STANDARD = Set.of(
            new BigInteger("360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc", 16),
            new BigInteger("a3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50", 16),
            new BigInteger("b53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103", 16));

    private static final String HASH_NAME = "keccak256/";
    private static final String TEXT_NAME = "keccak256/text";

    private final Terms terms;
    private final FoldedHashes folded;

    /** What is known of hashes that the compiler computed. */
    public interface FoldedHashes {
        /** Empty for a slot that is no element of a mapping. */
        Optional<Location> locate(String contract, BigInteger slot);
    }

    public Slots(Terms terms, FoldedHashes folded) {
        this.terms = terms;
        this.folded = folded;
    }

    /**
     * The hash of {@code bytes} bytes, given as words (the last one padded with zeros): an unknown function, never
     * evaluated, so that known and unknown keys of a mapping stay in one region.
     */
    public IntTerm hash(int bytes, List<IntTerm> words) {
        return terms.apply(UnknownFunction.into(HASH_NAME + bytes, HASH), words);
    }

    /**
     * The hash of bytes of unknown number, at least 32, of which the last word is known: the element of a mapping whose
     * key is a text. The key stands for the bytes before it; equal ones may have unequal keys, which only adds states.
     */
    public IntTerm hashOfText(IntTerm lastWord) {
        return terms.apply(
                UnknownFunction.into(TEXT_NAME, HASH), List.of(terms.fresh("text", Interval.unsigned(256)), lastWord));
    }

    /** The hash of bytes of which nothing is known. */
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

    /** Whether a compiler hands the slot out by counting, or a standard does: it is no element of a mapping. */
    public static boolean isPlain(BigInteger slot) {
        return slot.bitLength() <= 64 || STANDARD.contains(slot);
    }

    /** A number as large as a hash may be one that the compiler computed: an element of a mapping, nobody knows which. */
    private static Location plain(String contract, BigInteger slot) {
        if (!isPlain(slot)) {
            throw new UnsupportedConstructException("storage of " + contract + " at the slot 0x" + slot.toString(16)
                    + ", a number in the code that may be an element of a mapping");
        }
        return new Location(Region.plain(contract, slot), List.of());
    }

    /** @throws UnsupportedConstructException for a slot that is neither plain, nor of a mapping, nor of an array */
    public Location locate(String contract, IntTerm slot) {
        Optional<BigInteger> plain = Terms.constantOf(slot);
        if (plain.isPresent()) {
            return folded.locate(contract, plain.get()).orElseGet(() -> plain(contract, plain.get()));
        }
        List<Part> parts = Terms.parts(slot);
        for (Part part : parts) {
            if (!part.coefficient().equals(BigInteger.ONE)) {
                continue;
            }
            IntTerm rest = terms.subtract(slot, part.term());
            Optional<IntTerm.Apply> mapping = asElement(part.term());
            if (mapping.isPresent() && rest instanceof IntTerm.Constant c) {
                Location base = locate(contract, mapping.get().arguments().get(1));
                List<IntTerm> keys = new ArrayList<>(base.keys());
                keys.add(mapping.get().arguments().getFirst());
                return new Location(base.region().mappingInside().plus(c.value()), keys);
            }
            Optional<IntTerm.Apply> array = asHash(part.term(), 32);
            if (array.isPresent()) {
                Location base = locate(contract, array.get().arguments().getFirst());
                List<IntTerm> keys = new ArrayList<>(base.keys());
                keys.add(rest);
                return new Location(base.region().arrayInside(), keys);
            }
        }
        throw new UnsupportedConstructException("storage of " + contract + " at a computed slot");
    }
}
