package thymus.ci.command;

import java.util.Optional;
import thymus.ci.CiException;
import thymus.ci.check.IndependentEvm;
import thymus.ci.engine.AnvilEvm;
import thymus.fork.state.ForkState;
import thymus.system.crosscheck.InstalledAnvil;

/** Whether counterexamples are also replayed on an EVM that is not ours. */
enum Independent {
    /** Replay on anvil if it is installed. */
    AUTO,
    OFF,
    /** It is an error if none is installed. */
    REQUIRED;

    /**
     * @param fork that the checked system begins with
     * @return empty to ask none; nothing is started yet
     */
    Optional<IndependentEvm> open(Optional<ForkState> fork) {
        if (this == OFF) {
            return Optional.empty();
        }
        if (this == REQUIRED && InstalledAnvil.find().isEmpty()) {
            throw new CiException.WrongInput(
                    "--independent required: anvil is not installed; " + InstalledAnvil.ADVICE);
        }
        return Optional.of(AnvilEvm.ifInstalled(fork));
    }
}
