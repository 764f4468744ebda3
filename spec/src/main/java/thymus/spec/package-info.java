/**
 * The invariant language: from the text of one .inv file to a {@link thymus.spec.Specification}. The fuzzer evaluates
 * its properties on concrete states, and the prover on symbolic ones. {@link thymus.spec.check.SpecificationReader}
 * reads a file.
 *
 * <p>This module knows only the interfaces and storage layouts of contracts ({@code thymus.spec.contract}). It does not
 * depend on the EVM or on a solver.
 *
 * <p>May import of Thymus: {@code spec.contract}, {@code spec.text}, {@code spec.tree}.
 */
package thymus.spec;
