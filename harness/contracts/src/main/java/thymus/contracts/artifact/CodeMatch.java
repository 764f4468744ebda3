package thymus.contracts.artifact;

import java.util.Arrays;

/**
 * Whether code on a chain is what the compiler wrote, but for immutables, which the constructor fills in, and for the
 * metadata at the end, which tells of comments and paths.
 */
public final class CodeMatch {
    private CodeMatch() {}

    public static boolean matches(ArtifactCode compiled, byte[] onChain) {
        if (!compiled.unlinked().isEmpty()) {
            return false;
        }
        byte[] left = compiled.bytes();
        byte[] right = onChain.clone();
        for (ArtifactCode.ImmutableReference immutable : compiled.immutables()) {
            blank(left, immutable);
            blank(right, immutable);
        }
        return Arrays.equals(withoutMetadata(left), withoutMetadata(right));
    }

    private static void blank(byte[] code, ArtifactCode.ImmutableReference immutable) {
        int from = Math.min(immutable.start(), code.length);
        Arrays.fill(code, from, Math.min(from + immutable.length(), code.length), (byte) 0);
    }

    private static byte[] withoutMetadata(byte[] code) {
        return Arrays.copyOf(code, CodeTrailer.start(code));
    }
}
