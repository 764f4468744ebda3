package thymus.evm.jit;

import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Tiers;

/** How EVM code is run. The same happens in each, at different speeds. */
public enum ExecutionMode {
    INTERPRETED(Tiers.INTERPRETED),
    /** Everything is compiled before it runs first, whatever that costs. */
    COMPILED(new Tiers() {
        @Override
        public CompiledCode enter(Bytecode code) {
            return CompiledPrograms.now(code);
        }

        @Override
        public CompiledCode repeat(Bytecode code) {
            return CompiledPrograms.now(code);
        }
    }),
    /** Code begins interpreted and is compiled in the background when it turns out to be hot. */
    TIERED(new HotCode());

    private final Tiers tiers;

    ExecutionMode(Tiers tiers) {
        this.tiers = tiers;
    }

    public Tiers tiers() {
        return tiers;
    }
}
