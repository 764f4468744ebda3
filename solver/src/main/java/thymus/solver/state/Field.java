package thymus.solver.state;

/** A run of bits in a slot: {@code offset} from the low end, {@code width} long. */
public record Field(int offset, int width) {
    public static final Field WHOLE = new Field(0, 256);
}
