package thymus.ci.guard;

import thymus.spec.text.PrintableText;
import thymus.spec.text.Span;
import thymus.spec.tree.Property;

/**
 * A property that the guard does not enforce.
 *
 * @param kind the keyword in the file
 * @param reason as the end of a sentence
 */
record LeftOut(String kind, String name, Span span, String reason) {
    static LeftOut of(Property property, NotEnforceable why) {
        return new LeftOut(property.kind(), property.name(), property.span(), why.getMessage());
    }

    /** One line for a reader. */
    String sentence() {
        return PrintableText.of(kind + " " + name + ", line " + span.line() + ": " + reason);
    }
}
