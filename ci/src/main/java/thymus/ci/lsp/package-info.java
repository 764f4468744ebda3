/**
 * The language server: what editors show of a specification while it is written. Its classes, and those of LSP4J, are
 * loaded by the command {@code lsp} only.
 *
 * <p>May import of Thymus: {@code ci}, {@code contracts.artifact}, {@code evm}, {@code spec}, {@code spec.check},
 * {@code spec.contract}, {@code spec.format}, {@code spec.syntax}, {@code spec.text}, {@code spec.tree}.
 */
package thymus.ci.lsp;
