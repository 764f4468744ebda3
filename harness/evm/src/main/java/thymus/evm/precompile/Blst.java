package thymus.evm.precompile;

import java.util.Optional;
import java.util.function.Supplier;

/** The native library blst. It is loaded at its first call, because most runs do not need it. */
final class Blst {
    private Blst() {}

    /** @throws UnsupportedPrecompileException if the library cannot be loaded */
    static Optional<byte[]> run(String precompile, Supplier<Optional<byte[]>> computation) {
        try {
            return computation.get();
        } catch (LinkageError notLoaded) {
            throw new UnsupportedPrecompileException(
                    precompile,
                    "it needs the native library blst (tech.pegasys:jblst),"
                            + " which cannot be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + " (" + reason(notLoaded)
                            + "). It is there for Linux and macOS on x86-64 and aarch64, and for Windows"
                            + " on x86-64; the folder for temporary files must allow native libraries");
        }
    }

    private static String reason(Throwable failure) {
        return failure.getCause() == null ? String.valueOf(failure.getMessage()) : reason(failure.getCause());
    }
}
