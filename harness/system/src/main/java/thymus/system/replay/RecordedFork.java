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
 * The initial state of a sequence. URLs of nodes are not recorded, because they may contain API keys.
 *
 * @param file the file with the state; empty for a node's state
 */
public record RecordedFork(ForkPoint point, Optional<Path> file) {
    static RecordedFork of(ForkState fork) {
        return new RecordedFork(fork.point(), fork.file());
    }

    /**
     * Opens the same state again: the given one, the file, the cached state of the node, or the one in the
     * specification.
     *
     * @throws ReplayFileException if the state has changed
     * @throws ForkException if there is no state
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
