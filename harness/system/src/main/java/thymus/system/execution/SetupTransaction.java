package thymus.system.execution;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;

/**
 * A transaction of setup as it was sent.
 *
 * @param to the target; empty for a deployment
 * @param value in wei
 * @param parameters where parameters of the deployment stand in the data: the offset of the word to the name
 * @param before the world's snapshot before the transaction
 * @param after the world's snapshot after it, before what it sent is in the books of relays
 */
public record SetupTransaction(
        Address sender,
        Optional<Address> to,
        BigInteger value,
        byte[] data,
        Map<Integer, String> parameters,
        int before,
        int after,
        Receipt receipt) {}
