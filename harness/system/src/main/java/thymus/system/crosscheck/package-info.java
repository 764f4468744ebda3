/**
 * The cross-check: the same transactions on an independent EVM. A {@link Recording} contains the results of our EVM.
 * {@link NodeReplay} sends each transaction to a node of Foundry's anvil, whose EVM is revm. It compares the status,
 * the returned data, the logs and every changed value of the state.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm}, {@code evm.chain}, {@code evm.code},
 * {@code evm.interpreter}, {@code evm.primitive}, {@code evm.state}, {@code fork.rpc}, {@code spec},
 * {@code spec.contract}, {@code spec.text}, {@code system.execution}.
 */
package thymus.system.crosscheck;
