package thymus.contracts.artifact;

import java.util.List;

/**
 * Bytecode as the compiler wrote it. Immutable.
 *
 * <p>Immutable variables are zero in runtime code; the constructor fills them in.
 */
public final class ArtifactCode {
    /**
     * A range of the code that holds an immutable variable.
     *
     * @param variable the compiler's id of the variable
     * @param start in bytes from the beginning of the code
     * @param length in bytes
     */
    public record ImmutableReference(String variable, int start, int length) {}

    public static final ArtifactCode NONE = new ArtifactCode(new byte[0], List.of(), List.of());

    private final byte[] bytes;
    private final List<ImmutableReference> immutables;
    private final List<String> unlinked;

    ArtifactCode(byte[] bytes, List<ImmutableReference> immutables, List<String> unlinked) {
        this.bytes = bytes;
        this.immutables = List.copyOf(immutables);
        this.unlinked = List.copyOf(unlinked);
    }

    /** A copy of the bytes, with zeros for the addresses of libraries that are not linked. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The size in bytes. */
    public int size() {
        return bytes.length;
    }

    /** The ranges that hold immutable variables. */
    public List<ImmutableReference> immutables() {
        return immutables;
    }

    /** The libraries whose addresses are missing. */
    public List<String> unlinked() {
        return unlinked;
    }
}
