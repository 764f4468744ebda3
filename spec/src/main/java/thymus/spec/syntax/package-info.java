/**
 * From text to parse tree: the ANTLR grammar {@code Inv.g4}, limits against hostile input, and readable syntax errors.
 *
 * <p>May import of Thymus: {@code spec}, {@code spec.text}.
 */
package thymus.spec.syntax;
