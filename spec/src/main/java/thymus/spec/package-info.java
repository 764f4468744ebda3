/**
 * The invariant language: from the text of one .inv file to a {@link thymus.spec.Specification}, whose properties are
 * read in two ways, by the fuzzer on concrete states and by the prover on symbolic ones. A file is read by
 * {@link thymus.spec.check.SpecificationReader}.
 *
 * <p>This module knows contracts by their interfaces and storage layouts only ({@code thymus.spec.contract}); it knows
 * neither how bytecode runs nor any solver.
 *
 * <p>May import of Thymus: {@code spec.contract}, {@code spec.text}, {@code spec.tree}.
 */
package thymus.spec;
