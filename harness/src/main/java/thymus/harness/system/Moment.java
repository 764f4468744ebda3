package thymus.harness.system;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.harness.chain.LocalChain;
import thymus.harness.evm.Receipt;
import thymus.harness.view.Footprint;
import thymus.harness.world.Address;

/**
 * One settled state, by the transaction that led to it. Compared by identity only.
 *
 * @param before the state that the transaction found; empty after setup
 * @param mark the world's snapshot of {@code before}
 * @param timestamp in seconds
 * @param sender zero after setup
 * @param value in wei
 * @param written a footprint of what is other than in {@code before}
 * @param open the transaction of an attacker's contract that its next call would go on with
 * @param calls what was already asked in this state: properties share views, and {@code prev} asks again
 */
record Moment(
        Optional<Moment> before,
        int mark,
        long timestamp,
        long number,
        BigInteger sender,
        BigInteger value,
        long written,
        Optional<OpenTransaction> open,
        Map<Question, Receipt> calls) {
    /** A call that changes nothing. */
    record Question(Address from, Address to, ByteBuffer data) {
        Question(Address from, Address to, byte[] data) {
            this(from, to, ByteBuffer.wrap(data));
        }
    }

    /** The present state of a chain on which only setup has run. */
    static Moment atSetup(LocalChain chain) {
        return new Moment(
                Optional.empty(), 0, chain.timestamp(), chain.number(), BigInteger.ZERO, BigInteger.ZERO,
                Footprint.EVERYTHING, Optional.empty());
    }

    Moment(Optional<Moment> before, int mark, long timestamp, long number, BigInteger sender, BigInteger value, long written,
            Optional<OpenTransaction> open) {
        this(before, mark, timestamp, number, sender, value, written, open, new HashMap<>());
    }
}
