package thymus.evm.jit;

import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Tiers;

/** How EVM code is executed. The modes differ in speed only. */
public enum ExecutionMode {
    INTERPRETED(Tiers.INTERPRETED),
    /** Compiles all code before its first execution, at any cost. */
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
    /** Interprets code first and compiles hot code in the background. */
    TIERED(new HotCode());

    private final Tiers tiers;

    ExecutionMode(Tiers tiers) {
        this.tiers = tiers;
    }

    /** The policy that selects the code to compile. */
    public Tiers tiers() {
        return tiers;
    }
}
