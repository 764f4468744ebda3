/**
 * Views without an EVM: an execution that changed nothing is kept as a formula over what it read, with the branches it took,
 * and answers the same question in other states as long as they take the same branches. What properties and the fuzzer ask
 * between transactions costs a few reads and operations then.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.chain}, {@code evm.code}, {@code evm.interpreter},
 * {@code evm.primitive}, {@code evm.state}.
 */
package thymus.evm.trace;
