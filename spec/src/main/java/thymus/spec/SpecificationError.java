package thymus.spec;

import thymus.spec.text.Span;

/**
 * A mistake at one place of a file. The message begins with file:line:column and says what is wrong; the offending line
 * with a caret follows, and where there is something to advise, the advice.
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
