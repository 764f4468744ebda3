package thymus.spec;

import thymus.spec.text.Span;

/** A construct of the language that has no meaning in this version. */
public final class UnsupportedConstruct extends SpecificationError {
    public UnsupportedConstruct(Span span, String message) {
        super(span, message);
    }
}
