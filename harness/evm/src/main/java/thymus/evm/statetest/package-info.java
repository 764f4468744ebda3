/**
 * Runs Ethereum's official state tests (execution-spec-tests, ethereum/tests) and compares the state after each,
 * account by account.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.chain}, {@code evm.code}, {@code evm.interpreter},
 * {@code evm.jit}, {@code evm.json}, {@code evm.precompile}, {@code evm.primitive}, {@code evm.state}.
 */
package thymus.evm.statetest;
