package thymus.ci.engine;

import java.nio.file.Path;
import java.util.Optional;
import thymus.ci.check.IndependentEvm;
import thymus.evm.HarnessException;
import thymus.fork.state.ForkState;
import thymus.system.crosscheck.CrossCheckResult;
import thymus.system.crosscheck.InstalledAnvil;
import thymus.system.crosscheck.NodeReplay;
import thymus.system.crosscheck.NodeSource;
import thymus.system.crosscheck.Recording;
import thymus.system.replay.Counterexample;
import thymus.system.replay.Replayer;

/** Asks anvil, whose EVM is revm. Replays the content of the file, read as a colleague's machine would read it. */
public final class AnvilEvm implements IndependentEvm {
    private final NodeSource source;
    private final Optional<ForkState> fork;

    /** @param fork that the checked system begins with: anvil may have to be given more of it than was read before */
    public AnvilEvm(NodeSource source, Optional<ForkState> fork) {
        this.source = source;
        this.fork = fork;
    }

    /**
     * The anvil that is installed, or one that says that none is.
     *
     * @param fork that the checked system begins with
     */
    public static IndependentEvm ifInstalled(Optional<ForkState> fork) {
        return InstalledAnvil.find()
                .<IndependentEvm>map(program -> new AnvilEvm(program, fork))
                .orElseGet(() -> IndependentEvm.missing("anvil is not installed; " + InstalledAnvil.ADVICE));
    }

    @Override
    public CrossCheckResult judge(Path replay) {
        try {
            Replayer.Staged staged = Replayer.stage(Counterexample.read(replay), replay, fork);
            CrossCheckResult result = NodeReplay.run(record(staged), source);
            boolean areSeveral = staged.system().specification().chains().areSeveral();
            return areSeveral && result instanceof CrossCheckResult.Differs differs
                    ? new CrossCheckResult.Silent(
                            "the file has several chains, and one node has one clock and one chain id; "
                                    + differs.difference())
                    : result;
        } catch (HarnessException e) {
            return new CrossCheckResult.Silent(e.getMessage());
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
