package thymus.fuzz.sequence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.replay.Counterexample;
import thymus.system.replay.ReplayFileException;

/** Keeps sequences that break a property where {@code thymus check} would keep them. */
final class ReplayFolder {
    private static final Path OUT = Path.of(".thymus");

    private final DeployedSystem system;
    private final Path file;
    private final Optional<Path> artifacts;

    ReplayFolder(DeployedSystem system, Path file, Optional<Path> artifacts) {
        this.system = system;
        this.file = file;
        this.artifacts = artifacts;
    }

    /** @return what to say of it; a folder that cannot be written does not hide the finding */
    String keep(String property, List<Step> steps) {
        Path place = OUT.resolve(file.getFileName().toString().replaceFirst("\\.inv$", ""))
                .resolve(property + ".json");
        try {
            Counterexample.of(system, file, artifacts, 0, property, steps.size(), steps)
                    .write(place);
            return "replay: thymus replay " + place;
        } catch (ReplayFileException e) {
            return "no replay file: " + e.getMessage();
        }
    }
}
