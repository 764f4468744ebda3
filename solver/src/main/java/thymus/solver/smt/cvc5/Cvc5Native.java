package thymus.solver.smt.cvc5;

import io.github.cvc5.Context;
import io.github.cvc5.Solver;
import io.github.cvc5.TermManager;
import java.util.function.Supplier;
import thymus.solver.smt.MissingSolverException;

/**
 * The way into cvc5's native code. Its Java binding keeps one list of native objects for the process and frees all of
 * them at once, so calls from several threads go in one after the other.
 */
final class Cvc5Native {
    static final String NAME = "cvc5";

    private static final Object LOCK = new Object();

    private Cvc5Native() {}

    /** @param work keeps nothing of the native code when it returns */
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

    /** With the version. */
    static String name() {
        return call(() -> NAME + " " + new Solver(new TermManager()).getVersion());
    }
}
