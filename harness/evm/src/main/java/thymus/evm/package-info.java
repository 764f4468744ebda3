/**
 * An Ethereum virtual machine for any use. Begin with {@link thymus.evm.chain.LocalChain}, a chain in memory, or with
 * {@link thymus.evm.interpreter.Evm}, which executes single messages. This package holds the forks and the errors, and
 * imports nothing else of Thymus.
 *
 * <p>Each of these layers imports only those before it: {@code primitive} (words, bytes, hashes, addresses), {@code
 * code} (bytecode), {@code state} (accounts and their journal), {@code precompile}, {@code interpreter} (the
 * instruction table and the EVM), {@code jit} (hot code as JVM classes), {@code chain} (transactions), {@code trace}
 * (views without an EVM), {@code json}, and {@code statetest} (the official tests).
 */
package thymus.evm;
