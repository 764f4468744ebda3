package thymus.harness.system;

import java.math.BigInteger;
import java.util.Optional;
import thymus.harness.evm.Receipt;
import thymus.harness.world.Address;

/**
 * A transaction of setup, as it was sent.
 *
 * @param to empty to deploy
 * @param value in wei
 * @param before the world's snapshot from before it
 */
public record SetupTransaction(
        Address sender, Optional<Address> to, BigInteger value, byte[] data, int before, Receipt receipt) {}
