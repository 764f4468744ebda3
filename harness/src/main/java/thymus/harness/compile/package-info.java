/**
 * Turns hot EVM code into classes of the JVM.
 *
 * <p>{@link thymus.harness.compile.Block}s are read from the code; {@link thymus.harness.compile.FlowGraph} guesses where
 * their jumps lead, by a {@link thymus.harness.compile.FlowSearch} that copies what several ways lead through; {@link
 * thymus.harness.compile.Regions} joins blocks whose stack heights fit together, so that within a region the operand stack is
 * JVM locals; {@link thymus.harness.compile.Flow} says which of them hold what at which block; {@link
 * thymus.harness.compile.BlockEmitter} writes a block. What an instruction does stands elsewhere, once: in {@link
 * thymus.harness.word.Word} for pure ones and in the classes that {@link thymus.harness.compile.Handlers} names for the
 * others, which are the ones the interpreter calls.
 *
 * <p>Nothing rests on the guesses: a jump compares its target with each of them and otherwise goes by value, and whatever
 * was not compiled is interpreted from the start of its block on.
 */
package thymus.harness.compile;
