package thymus.ci.guard;

import thymus.spec.text.Span;

/** Ends the translation of a property that code inside a call cannot judge; the message is the reason. */
final class NotEnforceable extends RuntimeException {
    private final transient Span span;

    /** @param reason as the end of a sentence: "it compares texts" */
    NotEnforceable(Span span, String reason) {
        super(reason);
        this.span = span;
    }

    Span span() {
        return span;
    }
}
