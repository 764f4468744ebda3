/**
 * The Ethereum virtual machine: {@link thymus.harness.evm.Opcode} is the instruction table,
 * {@link thymus.harness.evm.Bytecode} the code, {@link thymus.harness.evm.Evm} runs messages over a
 * {@link thymus.harness.world.World}. What a transaction is lives in {@code thymus.harness.chain}.
 */
package thymus.harness.evm;
