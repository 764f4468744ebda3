package thymus.ci.engine;

import java.nio.file.Path;
import java.util.Optional;
import thymus.ci.check.IndependentEvm;
import thymus.harness.HarnessException;
import thymus.harness.fork.Forks;
import thymus.harness.independent.NodeReplay;
import thymus.harness.independent.NodeSource;
import thymus.harness.independent.Opinion;
import thymus.harness.independent.Recording;
import thymus.harness.replay.Counterexample;
import thymus.harness.replay.Replayer;

/** Asks anvil, whose EVM is revm. What is replayed is what stands in the file, read as a colleague's machine would. */
public final class AnvilEvm implements IndependentEvm {
    private final NodeSource source;

    public AnvilEvm(NodeSource source) {
        this.source = source;
    }

    @Override
    public Opinion judge(Path replay) {
        try {
            return NodeReplay.run(record(replay, Optional.empty(), Forks.Settings.beside(replay)), source);
        } catch (HarnessException e) {
            return new Opinion.Silent(e.getMessage());
        }
    }

    /**
     * Runs what stands in a replay file on our EVM and takes down what it does.
     *
     * @param fork of the command line, for sequences that began with one
     */
    public static Recording record(Path replay, Optional<String> fork, Forks.Settings settings) {
        Replayer.Staged staged = Replayer.stage(Counterexample.read(replay), replay, fork, settings);
        return Recording.of(staged.system(), staged.steps());
    }

    @Override
    public void close() {
        source.close();
    }
}
