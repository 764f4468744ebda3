package thymus.harness.precompile;

import thymus.harness.evm.EvmException;

/** A program called a precompiled contract whose native library cannot be loaded on this platform. */
public final class UnsupportedPrecompileException extends EvmException {
    private final String precompile;

    UnsupportedPrecompileException(String precompile, String library, LinkageError why) {
        super("the precompiled contract " + precompile + " needs the native library " + library + ", which cannot be loaded on "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + " (" + reason(why)
                + "); a program that calls it cannot be run here. Run it on Linux or macOS (x86-64, aarch64) or on Windows"
                + " (x86-64)");
        this.precompile = precompile;
    }

    private static String reason(Throwable why) {
        return why.getCause() == null ? String.valueOf(why.getMessage()) : reason(why.getCause());
    }

    /** Its name, as {@code BLS12_G1ADD}. */
    public String precompile() {
        return precompile;
    }
}
