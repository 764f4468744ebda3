package thymus.spec;

import thymus.spec.text.Span;

/** The text does not follow the grammar, or exceeds its limits. */
public final class SyntaxError extends SpecificationError {
    public SyntaxError(Span span, String message) {
        super(span, message);
    }
}
