package thymus.solver.state;

/**
 * A run of bits in a slot.
 *
 * @param offset from the low end
 * @param width in bits
 */
public record BitField(int offset, int width) {
    public static final BitField WHOLE = new BitField(0, 256);
}
