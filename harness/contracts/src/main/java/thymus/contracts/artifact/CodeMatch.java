package thymus.contracts.artifact;

import java.util.Arrays;

/**
 * Compares on-chain code with compiled code. It ignores immutable variables, which the constructor fills in, and the
 * metadata at the end, which depends on comments and paths.
 */
public final class CodeMatch {
    private CodeMatch() {}

    /** Returns whether the on-chain code is the compiled code. */
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
