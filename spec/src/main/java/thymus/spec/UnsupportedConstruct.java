package thymus.spec;

import thymus.spec.text.Span;

/** This version does not support a construct of the language. */
public final class UnsupportedConstruct extends SpecificationError {
    public UnsupportedConstruct(Span span, String message) {
        super(span, message);
    }
}
