/**
 * Transactions and the local chain that executes them.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.code}, {@code evm.interpreter}, {@code evm.jit}, {@code
 * evm.precompile}, {@code evm.primitive}, {@code evm.state}.
 */
package thymus.evm.chain;
