package thymus.contracts.artifact;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps instructions of a contract's runtime code to positions in the source. Nothing here fails: a map that is missing,
 * malformed or of other code gives no position, and a missing text gives no line.
 */
public final class SourcePlaces {
    private static final int LONGEST_NAME = 200;

    private final SourceMap map;
    private final SourceFiles files;

    SourcePlaces(SourceMap map, SourceFiles files) {
        this.map = map;
        this.files = files;
    }

    /** Reads the artifact's file again. Maps and texts are large and are needed only for a report. */
    public static SourcePlaces of(Artifact artifact) {
        return SourcePlacesReader.read(artifact);
    }

    SourceFiles files() {
        return files;
    }

    /** The quoted texts of the sources, and their storage names. */
    public Set<String> names() {
        return SourceNames.of(files);
    }

    /** What {@link #names} finds in the sources that lie beside a file or in folders named src and contracts there. */
    public static Set<String> namesBeside(Path file) {
        return SourceNames.beside(file);
    }

    /**
     * The members of the enums in the sources, by names such as {@code Vault.State}.
     *
     * @param contract from whose file names are taken if several files have the same
     * @return empty if no syntax tree tells
     */
    public Optional<Map<String, List<String>>> enums(Artifact contract) {
        return SourceEnums.of(files, contract.source(), contract.name());
    }

    /**
     * The position of an instruction. Code that the compiler generated is reported at the innermost call that has a
     * position.
     *
     * @param returns the return addresses of the internal calls in progress, the innermost first
     */
    public Optional<SourcePlace> at(int pc, List<Integer> returns) {
        Optional<SourcePlace> place = map.at(pc).flatMap(this::place);
        for (int i = 0; place.isEmpty() && i < returns.size(); i++) {
            place = map.callBefore(returns.get(i)).flatMap(this::place);
        }
        return place;
    }

    /** The text of the expression or statement of an instruction, on one line; the beginning of a long one. */
    public Optional<String> text(int pc) {
        return map.at(pc)
                .filter(e -> e.start() >= 0 && e.length() > 0)
                .flatMap(entry -> files.name(entry.file())
                        .flatMap(files::text)
                        .filter(text -> (long) entry.start() + entry.length() <= text.length)
                        .map(text -> new String(
                                text,
                                entry.start(),
                                Math.min(entry.length(), 4 * LONGEST_NAME),
                                StandardCharsets.UTF_8))
                        .map(text -> shown(text.replaceAll("\\s+", " "))));
    }

    /** Whether the instruction jumps into an internal function, as far as the compiler says so. */
    public boolean isCall(int pc) {
        return map.at(pc).filter(SourceMap.Entry::intoFunction).isPresent();
    }

    private Optional<SourcePlace> place(SourceMap.Entry entry) {
        if (entry.start() < 0 || entry.length() < 0) {
            return Optional.empty();
        }
        return files.name(entry.file())
                .map(name -> new SourcePlace(
                        shown(name),
                        files.text(name).flatMap(text -> position(text, entry)),
                        files.functionAt(name, entry.start(), entry.length()).map(SourcePlaces::shown)));
    }

    /** Names in a hostile file could contain terminal escape sequences. */
    private static String shown(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME) + "…";
    }

    private static Optional<SourcePlace.Position> position(byte[] text, SourceMap.Entry entry) {
        return (long) entry.start() + entry.length() > text.length
                ? Optional.empty()
                : Optional.of(SourcePlace.Position.of(text, entry.start()));
    }
}
