/** From text to parse tree: the ANTLR grammar {@code Inv.g4}, bounds against hostile input, and syntax errors in words. */
package thymus.spec.syntax;
