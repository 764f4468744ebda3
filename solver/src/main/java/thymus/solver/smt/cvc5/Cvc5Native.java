package thymus.solver.smt.cvc5;

import io.github.cvc5.Context;
import io.github.cvc5.Solver;
import io.github.cvc5.TermManager;
import java.util.function.Supplier;
import thymus.solver.smt.MissingSolverException;

/**
 * Serializes calls to cvc5's native code. Its Java binding keeps one list of native objects per process and frees them
 * all at once, so only one thread may be inside.
 */
final class Cvc5Native {
    static final String NAME = "cvc5";

    private static final Object LOCK = new Object();

    private Cvc5Native() {}

    /** @param work must not keep native objects when it returns */
    static <T> T call(Supplier<T> work) {
        synchronized (LOCK) {
            try {
                return work.get();
            } catch (LinkageError e) {
                throw new MissingSolverException(
                        "cvc5 has no native library for " + System.getProperty("os.name") + " on "
                                + System.getProperty("os.arch")
                                + "; the scripts are plain SMT-LIB 2 for any other solver",
                        e);
            } finally {
                Context.deletePointers();
            }
        }
    }

    /** The name and version. */
    static String name() {
        return call(() -> NAME + " " + new Solver(new TermManager()).getVersion());
    }
}
