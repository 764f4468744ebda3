package thymus.solver;

/** Something that the symbolic reading does not model: the message names it and where it stands. Never a verdict. */
public final class UnsupportedConstructException extends SolverException {
    public UnsupportedConstructException(String what) {
        super(what);
    }
}
