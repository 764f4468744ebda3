package thymus.evm.jit;

import java.util.LinkedHashMap;
import java.util.Map;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.primitive.Word;

/** The compiled programs by the hash of their code, with eviction of the least recently used. */
final class CompiledPrograms {
    private static final int MOST = 256;

    private static final Map<Word, CompiledCode> BY_HASH = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Word, CompiledCode> eldest) {
            return size() > MOST;
        }
    };

    private CompiledPrograms() {}

    /** Marks the code as not worth another attempt. */
    static void giveUp(Bytecode code) {
        synchronized (BY_HASH) {
            BY_HASH.put(code.hash(), CompiledCode.NONE);
        }
    }

    /** Compiles the code unless it is already compiled. */
    static CompiledCode now(Bytecode code) {
        CompiledCode known = CompiledCode.of(code);
        if (known != CompiledCode.NONE) {
            return known;
        }
        synchronized (BY_HASH) {
            known = BY_HASH.get(code.hash());
        }
        if (known == null) {
            known = JvmCompiler.compile(code);
            synchronized (BY_HASH) {
                BY_HASH.put(code.hash(), known);
            }
        }
        code.attach(known);
        return known;
    }
}
