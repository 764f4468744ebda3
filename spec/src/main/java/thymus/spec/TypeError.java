package thymus.spec;

/** An expression has a type that does not fit its place. */
public final class TypeError extends SpecificationError {
    public TypeError(Span span, String message) {
        super(span, message);
    }
}
