package thymus.corpus.traps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Two systems that differ in one statement.
 *
 * @param kinds the shapes that it is made of
 * @param victim the one whose claim the planted twin breaks
 * @param planted source of the twin with the violation
 * @param clean source of the one without
 * @param specification of both
 * @param witness calls that break a claim of the planted twin
 */
record TrapPair(
        long seed,
        String kinds,
        ShapeKind victim,
        Guard guard,
        Settings settings,
        String planted,
        String clean,
        String specification,
        List<String> claims,
        List<Call> witness) {

    /** Writes both below the folder. */
    void write(Path folder) throws IOException {
        write(folder(folder, true), planted);
        write(folder(folder, false), clean);
    }

    Path folder(Path root, boolean twin) {
        return root.resolve(seed + (twin ? "-planted" : "-clean"));
    }

    private void write(Path folder, String source) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("C.sol"), source);
        Files.writeString(folder.resolve("case.inv"), specification);
        Files.writeString(folder.resolve("settings.json"), settings.json());
    }
}
