/**
 * Mutation analysis (DeMillo, Lipton, Sayward: Hints on test data selection, 1978) on the runtime code of deployed
 * contracts. A mutant that no property kills shows what a specification does not watch.
 *
 * <p>May import of Thymus: {@code contracts.artifact}, {@code evm.chain}, {@code evm.code}, {@code evm.interpreter},
 * {@code evm.primitive}, {@code evm.state}, {@code fuzz}, {@code fuzz.system}, {@code spec}, {@code spec.tree},
 * {@code system.execution}.
 */
package thymus.fuzz.mutation;
