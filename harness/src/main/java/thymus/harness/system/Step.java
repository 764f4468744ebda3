package thymus.harness.system;

import java.math.BigInteger;

/**
 * One transaction, with the time that passes before it.
 *
 * @param sender an actor, or any address as {@code 0x} and 40 hexadecimal digits
 * @param target a deployed contract or an actor by name, or any address as {@code 0x} and 40 hexadecimal digits
 * @param value in wei
 * @param seconds the clock advances by, before the call; at least 0
 * @param blocks the block number advances by, before the call; at least 0
 */
public record Step(String sender, String target, StepCall call, BigInteger value, long seconds, long blocks) {
    public Step {
        if (seconds < 0 || blocks < 0 || value.signum() < 0) {
            throw new IllegalArgumentException("time never goes back, and value is not negative: " + seconds
                    + " seconds, " + blocks + " blocks, " + value + " wei");
        }
    }
}
