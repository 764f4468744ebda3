package thymus.harness.artifact;

import java.util.Arrays;

/**
 * Whether code on a chain is what the compiler wrote, but for immutables, which the constructor fills in, and for the
 * metadata at the end, which tells of comments and paths.
 */
public final class CodeMatch {
    private CodeMatch() {}

    public static boolean matches(CompiledCode compiled, byte[] onChain) {
        if (!compiled.unlinked().isEmpty()) {
            return false;
        }
        byte[] left = compiled.bytes();
        byte[] right = onChain.clone();
        for (CompiledCode.ImmutableReference immutable : compiled.immutables()) {
            blank(left, immutable);
            blank(right, immutable);
        }
        return Arrays.equals(withoutMetadata(left), withoutMetadata(right));
    }

    private static void blank(byte[] code, CompiledCode.ImmutableReference immutable) {
        int from = Math.min(immutable.start(), code.length);
        Arrays.fill(code, from, Math.min(from + immutable.length(), code.length), (byte) 0);
    }

    /** The last two bytes say how long the CBOR before them is; solc and vyper begin it as a map. */
    private static byte[] withoutMetadata(byte[] code) {
        if (code.length < 2) {
            return code;
        }
        int length = (code[code.length - 2] & 0xff) << 8 | code[code.length - 1] & 0xff;
        int start = code.length - 2 - length;
        boolean map = start >= 0 && length > 0 && (code[start] & 0xe0) == 0xa0;
        return map ? Arrays.copyOf(code, start) : code;
    }
}
