package thymus.solver.state;

import java.math.BigInteger;

/**
 * A family of storage slots that differ only in the keys hashed into them: one plain slot, or all elements of a
 * mapping. Slots of different regions are different, by the assumption that keccak-256 does not collide.
 *
 * @param contract the contract that owns the storage
 * @param shape how the slot is computed, with keys left open: {@code 5} for a plain slot, {@code m(5)} for the elements
 *     of the mapping there, {@code m(m(5))} for those of a mapping of mappings, {@code a(5)} for a dynamic array's
 *     elements, {@code f(5*2)} for the elements of two slots each of an array of fixed length that begins there,
 *     {@code h} for the slots whose hash is of two words that no layout explains
 * @param offset slots past the one that the shape names (members of a struct); zero for plain slots
 */
public record Region(String contract, String shape, BigInteger offset) {
    /** The prefix of the names of contracts that the transaction under way has created. No instance has a space. */
    public static final String NEW = "new ";

    private static final String FIXED = "f(";
    private static final String HASHED = "h";

    /** The region of one plain slot. */
    public static Region plain(String contract, BigInteger slot) {
        return new Region(contract, slot.toString(), BigInteger.ZERO);
    }

    /**
     * The region of the hashes of two words, of which the second is a small number. In a contract without mappings
     * these are the slots that assembly computes, and both words are keys.
     */
    public static Region hashed(String contract) {
        return new Region(contract, HASHED, BigInteger.ZERO);
    }

    /** Returns whether the region is that of {@link #hashed}, or of so many slots behind. */
    public boolean isHashed() {
        return shape.equals(HASHED);
    }

    /** The region of the elements of a mapping whose own slot is in this region. */
    public Region mappingInside() {
        return new Region(contract, "m(" + path() + ")", BigInteger.ZERO);
    }

    /** The region of the elements of a dynamic array whose own slot is in this region. */
    public Region arrayInside() {
        return new Region(contract, "a(" + path() + ")", BigInteger.ZERO);
    }

    /** The region of the elements of an array of fixed length that begins in this region. */
    public Region fixedInside(BigInteger stride) {
        return new Region(contract, FIXED + path() + "*" + stride + ")", BigInteger.ZERO);
    }

    /** Returns whether the contract was created in the transaction under way. */
    public boolean isOfNew() {
        return isNew(contract);
    }

    /** Returns whether the contract, or the one whose transient storage it names, was created in the transaction. */
    public static boolean isNew(String contract) {
        return contract.contains(NEW);
    }

    /** Returns whether the region is one of the elements of an array of fixed length. */
    public boolean isFixed() {
        return shape.startsWith(FIXED);
    }

    /** Returns whether only arrays of fixed length select the slots. */
    public boolean isInPlainArray() {
        return isFixed() && (container().isPlain() || container().isInPlainArray());
    }

    /** The region that many slots further. */
    public Region plus(BigInteger slots) {
        return isPlain()
                ? plain(contract, new BigInteger(shape).add(slots))
                : new Region(contract, shape, offset.add(slots));
    }

    /** Returns whether the region is one plain slot. */
    public boolean isPlain() {
        return Character.isDigit(shape.charAt(0));
    }

    /** The number of a plain slot. */
    public BigInteger slot() {
        return new BigInteger(shape);
    }

    /** The region of the mapping or array whose elements these are. */
    public Region container() {
        String inner = shape.substring(2, isFixed() ? shape.lastIndexOf('*') : shape.length() - 1);
        int plus = inner.lastIndexOf('+');
        boolean displaced = plus > inner.lastIndexOf(')');
        return new Region(
                contract,
                displaced ? inner.substring(0, plus) : inner,
                displaced ? new BigInteger(inner.substring(plus + 1)) : BigInteger.ZERO);
    }

    /** The slots from the beginning of the elements, or from slot zero. */
    public BigInteger displacement() {
        return isPlain() ? slot() : offset;
    }

    /** The region without its displacement. */
    public Region beginning() {
        return isPlain() ? plain(contract, BigInteger.ZERO) : new Region(contract, shape, BigInteger.ZERO);
    }

    private String path() {
        return offset.signum() == 0 ? shape : shape + "+" + offset;
    }

    /** Renders a unique name, which is also that of the unknown function for the arbitrary state. */
    @Override
    public String toString() {
        return contract + "[" + path() + "]";
    }
}
