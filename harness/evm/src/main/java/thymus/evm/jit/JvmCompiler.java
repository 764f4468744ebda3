package thymus.evm.jit;

import java.util.function.Function;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;

/** Compiles EVM code to a JVM class whose methods are small enough for HotSpot's compiler. */
public final class JvmCompiler {
    private static final int FIRST_ESTIMATE = 5200;
    private static final int SMALLEST_ESTIMATE = 100;

    private JvmCompiler() {}

    /** @return {@link CompiledCode#NONE} if the code is better interpreted */
    public static CompiledCode compile(Bytecode code) {
        return compile(code, ControlFlowGraph::of, FIRST_ESTIMATE);
    }

    /**
     * @param graphs builds the graph, whose edges are hints: the result is also correct without edges
     * @param estimate the first limit of a method's size, in bytes
     */
    static CompiledCode compile(Bytecode code, Function<Blocks, ControlFlowGraph> graphs, int estimate) {
        if (code.size() == 0) {
            return CompiledCode.NONE;
        }
        try {
            Blocks blocks = Blocks.of(code);
            ControlFlowGraph graph = graphs.apply(blocks);
            for (int most = estimate; most >= SMALLEST_ESTIMATE; most = most * 3 / 5) {
                ProgramClass attempt = new ProgramClass(code, blocks, graph, most);
                if (attempt.fits()) {
                    return attempt.define();
                }
            }
            return CompiledCode.NONE;
        } catch (CompilationException tooMuch) {
            return CompiledCode.NONE;
        }
    }
}
