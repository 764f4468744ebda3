package thymus.system.execution;

import java.math.BigInteger;

/**
 * What is left of the gas of a transaction in which a contract makes several calls. Each gets nearly all that is left, and the
 * rest always pays for the contract itself: so a call has the same gas whether it is made here, one at a time, or by the
 * contract.
 */
record EntryGas(long left) {
    /** For the transaction, and for the data of calls that are not known yet. */
    private static final long RESERVE = 500_000;
    /** For making a call, whatever it has to pay for: a cold account, a new one, ether. */
    private static final long PER_CALL = 60_000;

    private static final long PER_BYTE = 100;
    /** What a call that sends ether gets on top of what it is given. */
    private static final long STIPEND = 2_300;

    static final EntryGas START = new EntryGas(DeployedSystem.GAS - RESERVE);

    /** What the contract gives a call: more than a 64th of what it has must stay with it (EIP-150). */
    long given(byte[] data) {
        long available = Math.max(0, left - cost(data));
        return available - available / 32;
    }

    /** What the call has. */
    long had(byte[] data, BigInteger value) {
        return given(data) + (value.signum() > 0 ? STIPEND : 0);
    }

    EntryGas after(byte[] data, long used) {
        return new EntryGas(Math.max(0, left - cost(data) - used));
    }

    private static long cost(byte[] data) {
        return PER_CALL + PER_BYTE * data.length;
    }
}
