package thymus.system.execution;

import java.math.BigInteger;
import java.util.Optional;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;

/**
 * A transaction of setup as it was sent.
 *
 * @param to the target; empty for a deployment
 * @param value in wei
 * @param before the world's snapshot before the transaction
 */
public record SetupTransaction(
        Address sender, Optional<Address> to, BigInteger value, byte[] data, int before, Receipt receipt) {}
