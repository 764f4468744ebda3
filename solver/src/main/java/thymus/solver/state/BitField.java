package thymus.solver.state;

/** A run of bits in a slot: {@code offset} from the low end, {@code width} long. */
public record BitField(int offset, int width) {
    public static final BitField WHOLE = new BitField(0, 256);
}
