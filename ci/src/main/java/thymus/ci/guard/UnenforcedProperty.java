package thymus.ci.guard;

import java.nio.file.Path;
import thymus.spec.text.PrintableText;
import thymus.spec.text.Span;
import thymus.spec.tree.Property;

/**
 * A property that the guard does not enforce.
 *
 * @param kind the keyword in the file
 * @param reason as the end of a sentence
 */
record UnenforcedProperty(String kind, String name, Span span, String reason) {
    static UnenforcedProperty of(Property property, NotEnforceable why) {
        return new UnenforcedProperty(property.kind(), property.name(), property.span(), why.getMessage());
    }

    /** A lemma is there for proofs of the others, and nobody wants it enforced. */
    boolean isLemma() {
        return kind.equals(Property.Invariant.LEMMA);
    }

    /** The line, with the name of the file where it is not the one that was given. */
    static String place(Span span, String file) {
        String own = Path.of(span.file()).getFileName().toString();
        return "line " + span.line() + (own.equals(file) ? "" : " of " + own);
    }

    /**
     * One line for a reader.
     *
     * @param file the name of the file that was given
     */
    String sentence(String file) {
        return PrintableText.of(kind + " " + name + ", " + place(span, file) + ": " + reason);
    }
}
