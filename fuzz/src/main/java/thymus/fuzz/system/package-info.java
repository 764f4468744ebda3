/**
 * The fuzzer's view of a deployed system: its callable functions, the coverage of its executions, and its judgements.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm}, {@code evm.chain}, {@code evm.code},
 * {@code evm.interpreter}, {@code evm.jit}, {@code evm.precompile}, {@code evm.primitive}, {@code evm.state},
 * {@code evm.trace}, {@code fuzz}, {@code fuzz.generate}, {@code fuzz.random}, {@code fuzz.run},
 * {@code fuzz.shrink}, {@code spec}, {@code spec.contract}, {@code spec.monitor}, {@code spec.text},
 * {@code spec.tree}, {@code system.execution}.
 */
package thymus.fuzz.system;
