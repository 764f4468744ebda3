/**
 * The typed tree of a specification, which the checks build for the fuzzer and the prover. Units and percentages are
 * scaled and abbreviations expanded, so there are few forms to handle.
 *
 * <p>May import of Thymus: {@code spec.contract}, {@code spec.text}.
 */
package thymus.spec.tree;
