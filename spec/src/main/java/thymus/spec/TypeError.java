package thymus.spec;

import thymus.spec.text.Span;

/** An expression has a type that does not fit its context. */
public final class TypeError extends SpecificationError {
    public TypeError(Span span, String message) {
        super(span, message);
    }
}
