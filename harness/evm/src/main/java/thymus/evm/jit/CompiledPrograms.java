package thymus.evm.jit;

import java.util.LinkedHashMap;
import java.util.Map;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.primitive.Word;

/** The programs made so far, by the hash of their code; the least recently asked for go first. */
final class CompiledPrograms {
    private static final int MOST = 256;

    private static final Map<Word, CompiledCode> BY_HASH = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Word, CompiledCode> eldest) {
            return size() > MOST;
        }
    };

    private CompiledPrograms() {}

    /** The code is not tried again. */
    static void giveUp(Bytecode code) {
        synchronized (BY_HASH) {
            BY_HASH.put(code.hash(), CompiledCode.NONE);
        }
    }

    /** Compiles unless that has been done. */
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
