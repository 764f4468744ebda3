package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;

/** Decides which code runs compiled. The choice affects speed only, never the effect. For any thread. */
public interface Tiers {
    /** Interprets all code. */
    Tiers INTERPRETED = new Tiers() {
        @Override
        public CompiledCode enter(Bytecode code) {
            return CompiledCode.NONE;
        }

        @Override
        public CompiledCode repeat(Bytecode code) {
            return CompiledCode.NONE;
        }
    };

    /** Called when a frame starts to run the code. */
    CompiledCode enter(Bytecode code);

    /** Called when an interpreted frame of the code has jumped back {@link Frame#BACK_JUMP_LIMIT} times. */
    CompiledCode repeat(Bytecode code);
}
