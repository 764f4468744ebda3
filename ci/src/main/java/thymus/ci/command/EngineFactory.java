package thymus.ci.command;

import java.nio.file.Path;
import java.util.Optional;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.Engines;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.KeptProofs;

/** Makes the engines of a check. */
@FunctionalInterface
public interface EngineFactory {
    /**
     * @param out where replay files and SMT queries go
     * @param kept proofs of earlier checks; empty: every property is proved anew
     */
    Engines open(CheckTarget subject, CheckPlan plan, Path out, Optional<KeptProofs> kept);
}
