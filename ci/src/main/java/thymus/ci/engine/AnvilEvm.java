package thymus.ci.engine;

import java.nio.file.Path;
import java.util.Optional;
import thymus.ci.check.IndependentEvm;
import thymus.harness.HarnessException;
import thymus.harness.fork.ForkState;
import thymus.harness.independent.NodeReplay;
import thymus.harness.independent.NodeSource;
import thymus.harness.independent.Opinion;
import thymus.harness.independent.Recording;
import thymus.harness.replay.Counterexample;
import thymus.harness.replay.Replayer;

/** Asks anvil, whose EVM is revm. What is replayed is what stands in the file, read as a colleague's machine would. */
public final class AnvilEvm implements IndependentEvm {
    private final NodeSource source;
    private final Optional<ForkState> fork;

    /** @param fork that the checked system begins with: anvil may have to be given more of it than was read before */
    public AnvilEvm(NodeSource source, Optional<ForkState> fork) {
        this.source = source;
        this.fork = fork;
    }

    @Override
    public Opinion judge(Path replay) {
        try {
            return NodeReplay.run(record(Replayer.stage(Counterexample.read(replay), replay, fork)), source);
        } catch (HarnessException e) {
            return new Opinion.Silent(e.getMessage());
        }
    }

    /** Runs a sequence on our EVM and takes down what it does. */
    public static Recording record(Replayer.Staged staged) {
        return Recording.of(staged.system(), staged.steps());
    }

    @Override
    public void close() {
        source.close();
    }
}
