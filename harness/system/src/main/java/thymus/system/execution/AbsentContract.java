package thymus.system.execution;

import thymus.evm.code.Bytecode;

/** What stands in the place of a contract in a run without it. */
public final class AbsentContract {
    /** It takes every call, does nothing, and returns 32 zero words: PUSH2 0x0400 PUSH1 0 RETURN. */
    public static final Bytecode CODE = Bytecode.of(new byte[] {0x61, 0x04, 0x00, 0x60, 0x00, (byte) 0xf3});

    private AbsentContract() {}
}
