package thymus.spec;

import thymus.spec.text.Span;

/** A name is unknown, has another meaning here, or is declared twice. */
public final class NameError extends SpecificationError {
    public NameError(Span span, String message) {
        super(span, message);
    }
}
