/**
 * Compiles hot EVM code to JVM classes.
 *
 * <p>{@link thymus.evm.jit.Block}s are decoded from the code. {@link thymus.evm.jit.ControlFlowGraph} holds their
 * likely jump targets, which {@link thymus.evm.jit.JumpTargetAnalysis} computes; it copies blocks that several paths
 * share. {@link thymus.evm.jit.Regions} joins blocks with consistent stack heights, so that the operand stack of a
 * region is JVM locals. {@link thymus.evm.jit.LocalsDataFlow} computes which slot is in which local at each block.
 * {@link thymus.evm.jit.BlockEmitter} emits a block. The meaning of an instruction is defined elsewhere and once: pure
 * instructions in {@link thymus.evm.primitive.Word}, all others in the {@link thymus.evm.interpreter.Handler}s of the
 * opcode table, which the interpreter calls too.
 *
 * <p>Correctness does not depend on the guessed targets. A jump compares its target with each of them and otherwise
 * dispatches by value. Code that was not compiled is interpreted from the start of its block.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.code}, {@code evm.interpreter}, {@code evm.primitive}.
 */
package thymus.evm.jit;
