package thymus.spec;

import thymus.spec.text.Span;

/**
 * An error at one position of a file. The message begins with file:line:column and the error. The line with a caret
 * follows, and an advice if there is one.
 */
public abstract sealed class SpecificationError extends SpecException
        permits SyntaxError, NameError, TypeError, RuleError, UnsupportedConstruct {
    private final transient Span span;

    SpecificationError(Span span, String message) {
        super(message);
        this.span = span;
    }

    public Span span() {
        return span;
    }
}
