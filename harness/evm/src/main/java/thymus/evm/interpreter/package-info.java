/**
 * The Ethereum virtual machine: {@link thymus.evm.interpreter.Opcode} is the instruction table,
 * {@link thymus.evm.code.Bytecode} the code, {@link thymus.evm.interpreter.Evm} runs messages over a
 * {@link thymus.evm.state.World}. What a transaction is lives in {@code thymus.evm.chain}.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.code}, {@code evm.precompile}, {@code evm.primitive},
 * {@code evm.state}.
 */
package thymus.evm.interpreter;
