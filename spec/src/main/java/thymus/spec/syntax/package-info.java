/**
 * From text to parse tree: the ANTLR grammar {@code Inv.g4}, bounds against hostile input, and syntax errors in words.
 *
 * <p>May import of Thymus: {@code spec}, {@code spec.text}.
 */
package thymus.spec.syntax;
