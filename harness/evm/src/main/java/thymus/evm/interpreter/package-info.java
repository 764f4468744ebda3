/**
 * The Ethereum virtual machine: {@link thymus.evm.interpreter.Opcode} is the instruction table,
 * {@link thymus.evm.code.Bytecode} the code, {@link thymus.evm.interpreter.Evm} runs messages over a
 * {@link thymus.evm.state.World}. What a transaction is lives in {@code thymus.evm.chain}.
 */
package thymus.evm.interpreter;
