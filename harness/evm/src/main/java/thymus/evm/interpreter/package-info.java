/**
 * The Ethereum virtual machine. {@link thymus.evm.interpreter.Opcode} is the instruction table, {@link
 * thymus.evm.code.Bytecode} the code, and {@link thymus.evm.interpreter.Evm} executes messages over a {@link
 * thymus.evm.state.World}. Transactions are in {@code thymus.evm.chain}.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.code}, {@code evm.precompile}, {@code evm.primitive}, {@code
 * evm.state}.
 */
package thymus.evm.interpreter;
