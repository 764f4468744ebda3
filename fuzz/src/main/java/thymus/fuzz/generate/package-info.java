/**
 * Generates steps: the function, the sender, the arguments and the time.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm.precompile}, {@code evm.primitive}, {@code fuzz},
 * {@code fuzz.random}, {@code fuzz.shrink}, {@code spec}, {@code spec.contract}, {@code spec.tree},
 * {@code system.execution}.
 */
package thymus.fuzz.generate;
