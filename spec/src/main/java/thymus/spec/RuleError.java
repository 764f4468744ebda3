package thymus.spec;

import thymus.spec.text.Span;

/** The parts are well-formed, but together they break a rule of the language, such as a limit without a window. */
public final class RuleError extends SpecificationError {
    public RuleError(Span span, String message) {
        super(span, message);
    }
}
