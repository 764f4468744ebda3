package thymus.harness.precompile;

import thymus.harness.evm.EvmException;

/** A program called a precompiled contract that is not built yet. */
public final class UnsupportedPrecompileException extends EvmException {
    private final String precompile;

    UnsupportedPrecompileException(String precompile, int address) {
        super("the precompiled contract " + precompile + " at 0x" + Integer.toHexString(address)
                + " is not supported; a program that calls it cannot be run");
        this.precompile = precompile;
    }

    /** Its name, as {@code BN254_ADD}. */
    public String precompile() {
        return precompile;
    }
}
