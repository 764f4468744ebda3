package thymus.ci.check;

import java.nio.file.Path;
import thymus.system.crosscheck.CrossCheckResult;

/** Replays counterexamples on an EVM that is not ours. Used by one thread. */
@FunctionalInterface
public interface IndependentEvm extends AutoCloseable {
    /** @param replay the file that a counterexample is kept in */
    CrossCheckResult judge(Path replay);

    @Override
    default void close() {}

    /**
     * None is there.
     *
     * @param reason in a sentence that says how to get one
     */
    static IndependentEvm missing(String reason) {
        return replay -> new CrossCheckResult.Silent(reason);
    }
}
