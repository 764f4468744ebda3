/**
 * An Ethereum virtual machine for any use. Begin with {@link thymus.evm.chain.LocalChain}, a chain of one's own, or
 * with {@link thymus.evm.interpreter.Evm}, which runs single messages. This package holds the forks and the errors, and
 * imports nothing else of Thymus.
 *
 * <p>Layers, each importing only those before it: {@code primitive} (words, bytes, hashes, addresses), {@code code}
 * (bytecode), {@code state} (accounts and their journal), {@code precompile}, {@code interpreter} (the instruction
 * table and the machine), {@code jit} (hot code as classes of the JVM), {@code chain} (transactions), {@code trace}
 * (views without a machine), {@code json}, and {@code statetest} (the official tests).
 */
package thymus.evm;
