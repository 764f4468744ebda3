package thymus.solver;

/**
 * A construct that symbolic execution does not model. The message names it and its location. It never leads to a
 * verdict.
 */
public final class UnsupportedConstructException extends SolverException {
    public UnsupportedConstructException(String what) {
        super(what);
    }
}
