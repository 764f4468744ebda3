/**
 * The typed tree of a specification: what the checks hand to every reading. Units and percentages are already
 * scaled, and abbreviations expanded, so a reading has few forms to handle.
 *
 * <p>May import of Thymus: {@code spec.contract}, {@code spec.text}.
 */
package thymus.spec.tree;
