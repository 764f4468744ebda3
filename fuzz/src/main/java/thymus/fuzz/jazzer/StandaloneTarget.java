package thymus.fuzz.jazzer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A fuzz target for Jazzer without JUnit: {@code --target_class=thymus.fuzz.jazzer.StandaloneTarget}. The system
 * property {@code thymus.specification}, or the environment variable {@code THYMUS_SPECIFICATION}, names the file;
 * {@code thymus.artifacts} or {@code THYMUS_ARTIFACTS} the folder of the compiled contracts, if they are not beside it.
 */
public final class StandaloneTarget {
    private static final String UNNAMED = "no specification is named; set the environment variable"
            + " THYMUS_SPECIFICATION to its path, or the system property thymus.specification";

    private static Optional<JazzerTarget> target = Optional.empty();

    private StandaloneTarget() {}

    /** Called by Jazzer under this name, once. */
    public static void fuzzerInitialize() {
        Path file = setting("specification").map(Path::of).orElseThrow(() -> new IllegalStateException(UNNAMED));
        target = Optional.of(new JazzerTarget(file, setting("artifacts").map(Path::of)));
    }

    /** Called by Jazzer under this name, for each input. */
    public static void fuzzerTestOneInput(byte[] data) {
        target.orElseThrow().sequence(data).check();
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty("thymus." + name))
                .or(() -> Optional.ofNullable(System.getenv("THYMUS_" + name.toUpperCase(Locale.ROOT))));
    }
}
