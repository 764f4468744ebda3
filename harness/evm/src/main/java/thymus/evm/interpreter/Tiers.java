package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;

/** Decides which code is run compiled. What a frame does must not depend on the answers, only how fast. For any thread. */
public interface Tiers {
    /** Everything is interpreted. */
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

    /** A frame begins to run the code. */
    CompiledCode enter(Bytecode code);

    /** A frame of the code was interpreted and has jumped back {@link Frame#PATIENCE} times. */
    CompiledCode repeat(Bytecode code);
}
