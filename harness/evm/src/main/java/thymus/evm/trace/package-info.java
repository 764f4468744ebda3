/**
 * Views without an EVM. An execution that changed nothing is kept as a guarded trace: a formula over what it read, with
 * the branches it took. The trace answers the same call in other states as long as they take the same branches.
 * Properties and the fuzzer ask such questions between transactions, which then cost a few reads and operations.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.chain}, {@code evm.code}, {@code evm.interpreter}, {@code
 * evm.primitive}, {@code evm.state}.
 */
package thymus.evm.trace;
