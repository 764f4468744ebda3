package thymus.evm.precompile;

import thymus.evm.EvmException;

/**
 * A program called a precompiled contract that cannot be computed here or with this input. No statement about the
 * program follows.
 */
public final class UnsupportedPrecompileException extends EvmException {
    private final String precompile;

    UnsupportedPrecompileException(String precompile, String why) {
        super("the precompiled contract " + precompile + " cannot be run: " + why);
        this.precompile = precompile;
    }

    /** The name of the contract, such as {@code BLS12_G1ADD}. */
    public String precompile() {
        return precompile;
    }
}
