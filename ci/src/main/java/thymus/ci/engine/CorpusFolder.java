package thymus.ci.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import thymus.ci.CiException;
import thymus.ci.check.CorpusStore;
import thymus.evm.HarnessException;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.replay.CorpusEntry;

/** A folder of corpus entries, one file each, for one specification. */
public final class CorpusFolder implements CorpusStore {
    private static final int MOST_ENTRIES = 20_000;

    private final Path folder;
    private final DeployedSystem system;
    private final List<Kept> kept = new ArrayList<>();

    /** An entry of the folder, with its steps on the system. */
    public record Kept(Path file, CorpusEntry entry, List<Step> steps) {}

    private CorpusFolder(Path folder, DeployedSystem system) {
        this.folder = folder;
        this.system = system;
    }

    /**
     * Reads a folder, which is made if it is not there.
     *
     * @param system that the entries are for, after setup; it runs nothing
     * @param notes receives a sentence about each file that is left out
     * @throws CiException.WrongInput if it is no folder, or cannot be made or read
     */
    public static CorpusFolder open(Path folder, DeployedSystem system, Consumer<String> notes) {
        CorpusFolder corpus = new CorpusFolder(folder, system);
        CorpusEntry.removeUnfinished(folder);
        for (Path file : files(folder)) {
            try {
                CorpusEntry entry = CorpusEntry.read(file);
                corpus.kept.add(new Kept(file, entry, entry.toSteps(system, file.toString())));
            } catch (HarnessException e) {
                notes.accept(e.getMessage() + "; this corpus entry is left out");
            }
        }
        return corpus;
    }

    private static List<Path> files(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> all = Files.list(folder)) {
                List<Path> files = all.filter(
                                file -> file.getFileName().toString().endsWith(".json"))
                        .sorted()
                        .limit(MOST_ENTRIES + 1L)
                        .toList();
                if (files.size() > MOST_ENTRIES) {
                    throw new CiException.WrongInput(folder + ": more than " + MOST_ENTRIES
                            + " corpus entries; reduce them with `thymus corpus merge`");
                }
                return files;
            }
        } catch (IOException e) {
            throw new CiException.WrongInput(
                    Files.exists(folder) && !Files.isDirectory(folder)
                            ? folder + " is a file; name a folder for the corpus"
                            : folder + ": no folder for a corpus can be made or read there",
                    e);
        }
    }

    /** The entries that were there when the folder was opened, in the order of their files' names. */
    public List<Kept> kept() {
        return List.copyOf(kept);
    }

    @Override
    public List<List<Step>> sequences() {
        return kept.stream().map(Kept::steps).toList();
    }

    @Override
    public void keep(List<Step> steps) {
        CorpusEntry.of(steps, system).write(folder);
    }
}
