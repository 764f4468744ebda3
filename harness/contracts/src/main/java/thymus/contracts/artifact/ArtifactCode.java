package thymus.contracts.artifact;

import java.util.List;

/**
 * Bytecode as the compiler wrote it. Immutable.
 *
 * <p>The places of immutables are zero in runtime code; the constructor fills them in.
 */
public final class ArtifactCode {
    /**
     * @param variable the compiler's id of the immutable variable
     * @param start in bytes from the beginning of the code
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

    /** A copy; the address of a library that is not linked reads as zero. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public List<ImmutableReference> immutables() {
        return immutables;
    }

    /** The libraries whose addresses are missing. */
    public List<String> unlinked() {
        return unlinked;
    }
}
