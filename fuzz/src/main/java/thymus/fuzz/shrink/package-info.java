/**
 * Minimizes and simplifies a failing sequence.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code spec.contract}, {@code system.execution}.
 */
package thymus.fuzz.shrink;
