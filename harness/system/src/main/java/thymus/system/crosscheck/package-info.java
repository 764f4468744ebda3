/**
 * A second opinion: the same transactions on an EVM that is not ours. What our EVM made of a sequence is a
 * {@link Recording}; {@link NodeReplay} sends it, transaction by transaction, to a node of Foundry's anvil, whose EVM is
 * revm, and holds status, returned data, logs and every changed value of the state against it.
 */
package thymus.system.crosscheck;
