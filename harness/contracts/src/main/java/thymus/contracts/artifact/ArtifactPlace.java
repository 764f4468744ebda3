package thymus.contracts.artifact;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder or file in which contracts are looked up.
 *
 * <p>Foundry and Hardhat encode the contract in the path ({@code Vault.sol/Vault.json}), so such files are read on
 * demand. Other files are read once to see what they contain.
 */
final class ArtifactPlace {
    private record Unread(String folder, String name, Path file) {}

    private final Path path;
    private final boolean deep;
    private final List<Unread> unread = new ArrayList<>();
    private final List<ArtifactReader.Entry> entries = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean listed;

    /** @param deep whether subfolders are searched as well */
    ArtifactPlace(Path path, boolean deep) {
        this.path = path;
        this.deep = deep;
    }

    Path path() {
        return path;
    }

    /** The files that could not be read and may contain the requested contract. */
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

    /** All contracts in readable files. */
    List<ArtifactReader.Entry> all() {
        list();
        List<ArtifactReader.Entry> all = new ArrayList<>(entries);
        for (Unread candidate : unread) {
            try {
                all.addAll(ArtifactReader.read(candidate.file()));
            } catch (ArtifactException foreign) {
                // An unreadable file matters only if its contract is requested.
            }
        }
        return all;
    }

    /** All contracts; one in a file that is not readable says so when it is read. */
    List<Listing> listings() {
        list();
        List<Listing> all = new ArrayList<>();
        entries.forEach(e -> all.add(listing(e)));
        for (Unread candidate : unread) {
            try {
                ArtifactReader.read(candidate.file()).forEach(e -> all.add(listing(e)));
            } catch (ArtifactException unreadable) {
                all.add(new Listing(candidate.folder() + ":" + candidate.name(), candidate.file(), () -> {
                    throw unreadable;
                }));
            }
        }
        return all;
    }

    private static Listing listing(ArtifactReader.Entry entry) {
        return new Listing(entry.source() + ":" + entry.name(), entry.file(), entry.artifact());
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
            // If a contract was compiled several times, Foundry adds the compiler's version or the profile.
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
