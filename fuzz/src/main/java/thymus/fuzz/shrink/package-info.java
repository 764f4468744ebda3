/**
 * Makes a failing sequence small and plain.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code spec.contract}, {@code system.execution}.
 */
package thymus.fuzz.shrink;
