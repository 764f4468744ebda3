package thymus.system.execution;

import java.math.BigInteger;

/**
 * A call that an attacker's account makes while it is called itself.
 *
 * @param target a deployed contract by name, or the address of another attacker's account
 * @param value in wei
 */
public record NestedCall(String target, StepCall call, BigInteger value) {
    public NestedCall {
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw new IllegalArgumentException(value + " wei is not an amount of ether");
        }
    }

    public NestedCall calling(StepCall other) {
        return new NestedCall(target, other, value);
    }

    public NestedCall paying(BigInteger other) {
        return new NestedCall(target, call, other);
    }
}
