/**
 * The contracts of a specification on a local chain: deployed by {@code setup}, driven step by step, and read by
 * properties.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code contracts.artifact}, {@code contracts.layout}, {@code evm},
 * {@code evm.chain}, {@code evm.code}, {@code evm.interpreter}, {@code evm.jit}, {@code evm.precompile},
 * {@code evm.primitive}, {@code evm.state}, {@code evm.trace}, {@code fork.state}, {@code spec}, {@code spec.contract},
 * {@code spec.monitor}, {@code spec.text}, {@code spec.tree}.
 */
package thymus.system.execution;
