/**
 * Views without an EVM: an execution that changed nothing is kept as a formula over what it read, with the branches it took,
 * and answers the same question in other states as long as they take the same branches. What properties and the fuzzer ask
 * between transactions costs a few reads and operations then.
 */
package thymus.evm.trace;
