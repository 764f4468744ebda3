package thymus.ci.command;

import java.nio.file.Path;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.Engines;
import thymus.ci.engine.CheckTarget;

/** Makes the engines of a check. */
@FunctionalInterface
public interface EngineFactory {
    /** @param out where replay files and SMT queries go */
    Engines open(CheckTarget subject, CheckPlan plan, Path out);
}
