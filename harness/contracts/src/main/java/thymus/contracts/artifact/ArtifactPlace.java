package thymus.contracts.artifact;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One folder or file in which contracts are looked for.
 *
 * <p>Foundry and Hardhat say by the path which contract a file holds ({@code Vault.sol/Vault.json}), so such files are
 * read only when they are asked for; others are read once to see what is in them.
 */
final class ArtifactPlace {
    private record Unread(String folder, String name, Path file) {}

    private final Path path;
    private final boolean deep;
    private final List<Unread> unread = new ArrayList<>();
    private final List<ArtifactReader.Entry> entries = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean listed;

    /** @param deep whether folders within are looked into as well */
    ArtifactPlace(Path path, boolean deep) {
        this.path = path;
        this.deep = deep;
    }

    Path path() {
        return path;
    }

    /** Files that could not be understood and may hold what was looked for. */
    List<String> problems() {
        list();
        return problems;
    }

    List<String> references() {
        list();
        List<String> references = new ArrayList<>();
        unread.forEach(u -> references.add(u.folder() + ":" + u.name()));
        entries.forEach(e -> references.add(e.source() + ":" + e.name()));
        return references;
    }

    List<ArtifactReader.Entry> find(Reference reference) {
        list();
        List<ArtifactReader.Entry> found = new ArrayList<>();
        for (Unread candidate : unread) {
            if (reference.mayMatch(candidate.folder(), candidate.name())) {
                ArtifactReader.read(candidate.file()).stream()
                        .filter(e -> reference.matches(e.source(), e.name()))
                        .forEach(found::add);
            }
        }
        entries.stream().filter(e -> reference.matches(e.source(), e.name())).forEach(found::add);
        return found;
    }

    /** All contracts in files that can be read. */
    List<ArtifactReader.Entry> all() {
        list();
        List<ArtifactReader.Entry> all = new ArrayList<>(entries);
        for (Unread candidate : unread) {
            try {
                all.addAll(ArtifactReader.read(candidate.file()));
            } catch (ArtifactException foreign) {
                // Nobody asked for it.
            }
        }
        return all;
    }

    private void list() {
        if (listed) {
            return;
        }
        listed = true;
        if (Files.isRegularFile(path)) {
            List<ArtifactReader.Entry> read = ArtifactReader.read(path);
            if (read.isEmpty()) {
                throw new ArtifactException(path + ": holds no contract; expected a Foundry or Hardhat artifact or the "
                        + "standard JSON output of solc");
            }
            entries.addAll(read);
        } else if (Files.isDirectory(path)) {
            (deep ? ArtifactFolder.files(path) : ArtifactFolder.files(path, 1)).forEach(this::add);
        }
    }

    private void add(Path file) {
        Path parent = file.toAbsolutePath().getParent().getFileName();
        String folder = parent == null ? "" : parent.toString();
        String stem = file.getFileName().toString().replaceFirst("\\.json$", "");
        if (folder.endsWith(".sol") || folder.endsWith(".vy")) {
            // Foundry adds the compiler's version or the profile where one contract was compiled several times.
            int dot = stem.indexOf('.');
            unread.add(new Unread(folder, dot < 0 ? stem : stem.substring(0, dot), file));
            return;
        }
        try {
            entries.addAll(ArtifactReader.read(file));
        } catch (ArtifactException e) {
            problems.add(e.getMessage());
        }
    }
}
