package thymus.harness.precompile;

import java.util.Optional;
import java.util.function.Supplier;

/** The native library blst, which is loaded when it is first called and not before: most runs never do. */
final class Blst {
    private Blst() {}

    /** @throws UnsupportedPrecompileException where it cannot be loaded */
    static Optional<byte[]> run(String precompile, Supplier<Optional<byte[]>> computation) {
        try {
            return computation.get();
        } catch (LinkageError notLoaded) {
            throw new UnsupportedPrecompileException(precompile, "blst (tech.pegasys:jblst)", notLoaded);
        }
    }
}
