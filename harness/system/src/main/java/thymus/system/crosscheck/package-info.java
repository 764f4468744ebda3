/**
 * A second opinion: the same transactions on an EVM that is not ours. What our EVM made of a sequence is a
 * {@link Recording}; {@link NodeReplay} sends it, transaction by transaction, to a node of Foundry's anvil, whose EVM is
 * revm, and holds status, returned data, logs and every changed value of the state against it.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm}, {@code evm.chain}, {@code evm.code},
 * {@code evm.interpreter}, {@code evm.primitive}, {@code evm.state}, {@code fork.rpc}, {@code spec},
 * {@code spec.contract}, {@code spec.text}, {@code system.execution}.
 */
package thymus.system.crosscheck;
