package thymus.evm.jit;

import java.util.function.Function;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;

/** Makes a JVM class of EVM code, with methods that HotSpot is willing to compile. */
public final class JvmCompiler {
    private static final int FIRST_ESTIMATE = 5200;
    private static final int SMALLEST_ESTIMATE = 100;

    private JvmCompiler() {}

    /** @return {@link CompiledCode#NONE} where the code is better interpreted */
    public static CompiledCode compile(Bytecode code) {
        return compile(code, ControlFlowGraph::of, FIRST_ESTIMATE);
    }

    /**
     * @param ways are hints: none is as right as all
     * @param estimate of the bytes of a method, to begin with
     */
    static CompiledCode compile(Bytecode code, Function<Blocks, ControlFlowGraph> ways, int estimate) {
        if (code.size() == 0) {
            return CompiledCode.NONE;
        }
        try {
            Blocks blocks = Blocks.of(code);
            ControlFlowGraph graph = ways.apply(blocks);
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
