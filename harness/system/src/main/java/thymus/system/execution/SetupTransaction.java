package thymus.system.execution;

import java.math.BigInteger;
import java.util.Optional;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;

/**
 * A transaction of setup, as it was sent.
 *
 * @param to empty to deploy
 * @param value in wei
 * @param before the world's snapshot from before it
 */
public record SetupTransaction(
        Address sender, Optional<Address> to, BigInteger value, byte[] data, int before, Receipt receipt) {}
