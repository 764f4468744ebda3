package thymus.spec;

/** The parts are well formed, but together they break a rule of the language, such as a limit without a window. */
public final class RuleError extends SpecificationError {
    public RuleError(Span span, String message) {
        super(span, message);
    }
}
