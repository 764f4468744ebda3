package thymus.system.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import thymus.fork.state.ForkException;
import thymus.fork.state.ForkFile;
import thymus.fork.state.ForkPoint;
import thymus.fork.state.ForkState;
import thymus.fork.state.Forks;
import thymus.spec.Specification;

/**
 * The state that a sequence began with. Nodes' URLs are not recorded, because they may hold keys.
 *
 * @param file which holds the state; empty for a node's
 */
public record RecordedFork(ForkPoint point, Optional<Path> file) {
    static RecordedFork of(ForkState fork) {
        return new RecordedFork(fork.point(), fork.file());
    }

    /**
     * The same state again: the given one, or the file, or what was kept of the node's, or what the specification names.
     *
     * @throws ReplayFileException if it is another state now
     * @throws ForkException if there is none
     */
    ForkState open(Path replay, Specification specification, Optional<String> given, Forks.Settings settings) {
        return same(
                replay,
                given.map(text -> Forks.open(text, settings))
                        .or(() -> file.map(state -> read(state, replay)))
                        .or(() -> Forks.kept(point, settings))
                        .or(() -> Forks.of(specification, settings))
                        .orElseThrow(() -> new ForkException(
                                replay + ": the sequence begins with " + point.description() + ", which is not in "
                                        + settings.cache() + "; give --fork URL@" + point.number())));
    }

    private static ForkState read(Path state, Path replay) {
        if (!Files.isRegularFile(state)) {
            throw new ForkException(replay + ": " + state + ", with the state that it begins with, is not there; "
                    + "was one of them moved? Name it: --fork FILE");
        }
        return ForkFile.read(state);
    }

    /** @throws ReplayFileException if it is another state */
    ForkState same(Path replay, ForkState fork) {
        if (!fork.point().isSameState(point)) {
            throw new ReplayFileException(replay + ": the sequence was recorded on " + point.description() + ", but "
                    + fork.point().name() + " has " + fork.point().description() + ": it would be another sequence");
        }
        return fork;
    }
}
