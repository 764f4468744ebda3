package thymus.evm.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Tiers;

class ProgramTest {
    private static final String LOOP = "5f5b60010180610400116001575f5260205ff3";

    /** Agents that instrument classes, as Jazzer's does, are not shown hidden ones. */
    @Test
    void programsAreOrdinaryClassesOfALoaderOfTheirOwn() {
        Class<?> type = JvmCompiler.compile(Bytecode.parse(LOOP)).getClass();
        assertFalse(type.isHidden());
        assertNotSame(JvmCompiler.class.getClassLoader(), type.getClassLoader());
        assertSame(Program.class, type.getSuperclass());
    }

    @Test
    void theSameCodeIsCompiledOnce() {
        Tiers tiers = ExecutionMode.COMPILED.tiers();
        assertSame(tiers.enter(Bytecode.parse(LOOP)), tiers.enter(Bytecode.parse(LOOP)));
    }

    @Test
    @Timeout(60)
    void coldCodeIsInterpretedAndHotCodeIsNot() {
        Tiers tiers = ExecutionMode.TIERED.tiers();
        Bytecode code = Bytecode.parse(LOOP + "00");
        assertSame(CompiledCode.NONE, tiers.enter(code));
        CompiledCode compiled = CompiledCode.NONE;
        // The compiler works in the background: how often it takes until it is there is nobody's promise.
        while (compiled == CompiledCode.NONE) {
            compiled = tiers.repeat(code);
            Thread.onSpinWait();
        }
        assertEquals(Program.class, compiled.getClass().getSuperclass());
    }

    @Test
    void noCodeIsNoProgram() {
        assertSame(CompiledCode.NONE, JvmCompiler.compile(Bytecode.EMPTY));
    }
}
