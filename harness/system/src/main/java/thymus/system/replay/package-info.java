/**
 * Counterexamples as files, and their replay with every call and every changed variable.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code contracts.artifact}, {@code contracts.layout}, {@code evm},
 * {@code evm.chain}, {@code evm.code}, {@code evm.interpreter}, {@code evm.json}, {@code evm.primitive},
 * {@code evm.state}, {@code fork.rpc}, {@code fork.state}, {@code spec}, {@code spec.check}, {@code spec.contract},
 * {@code spec.monitor}, {@code spec.text}, {@code spec.tree}, {@code system.crosscheck}, {@code system.execution}.
 */
package thymus.system.replay;
