package thymus.spec;

import thymus.spec.text.Span;

/** A name means nothing, means something else here, or is given twice. */
public final class NameError extends SpecificationError {
    public NameError(Span span, String message) {
        super(span, message);
    }
}
