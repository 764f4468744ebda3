/**
 * Turns hot EVM code into classes of the JVM.
 *
 * <p>{@link thymus.evm.jit.Block}s are read from the code; {@link thymus.evm.jit.ControlFlowGraph} guesses where
 * their jumps lead, by a {@link thymus.evm.jit.JumpTargetAnalysis} that copies what several ways lead through; {@link
 * thymus.evm.jit.Regions} joins blocks whose stack heights fit together, so that within a region the operand stack is
 * JVM locals; {@link thymus.evm.jit.LocalsDataFlow} says which of them hold what at which block; {@link
 * thymus.evm.jit.BlockEmitter} writes a block. What an instruction does stands elsewhere, once: in {@link
 * thymus.evm.primitive.Word} for pure ones and in the classes that the {@link thymus.evm.interpreter.Handler}s of the
 * opcode table name for the others, which are the ones the interpreter calls.
 *
 * <p>Nothing rests on the guesses: a jump compares its target with each of them and otherwise goes by value, and whatever
 * was not compiled is interpreted from the start of its block on.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.code}, {@code evm.interpreter}, {@code evm.primitive}.
 */
package thymus.evm.jit;
