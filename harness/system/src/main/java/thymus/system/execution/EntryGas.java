package thymus.system.execution;

/**
 * The remaining gas of a transaction in which a contract makes several calls. Each call gets nearly all of it; the rest
 * always suffices for the contract itself. A call therefore has the same gas as a single step and as a call by the
 * contract.
 */
record EntryGas(long left) {
    /** The reserve for the transaction and for the data of later calls. */
    private static final long RESERVE = 500_000;
    /** The upper bound of the cost of a call: a cold or new account, and a transfer of ether. */
    private static final long PER_CALL = 60_000;

    private static final long PER_BYTE = 100;
    /** The additional gas of a call that sends ether. */
    private static final long STIPEND = 2_300;

    static final EntryGas START = new EntryGas(DeployedSystem.GAS - RESERVE);

    /** The gas that the contract passes to a call. It must keep more than a 64th (EIP-150). */
    long given(byte[] data) {
        long available = Math.max(0, left - cost(data));
        return available - available / 32;
    }

    /** The gas given to the call of a step, which may limit it. */
    long given(Step step, byte[] data) {
        return Math.min(step.gas(), given(data));
    }

    /** The gas of the call, including the stipend. */
    long had(Step step, byte[] data) {
        return given(step, data) + (step.value().signum() > 0 ? STIPEND : 0);
    }

    EntryGas after(byte[] data, long used) {
        return new EntryGas(Math.max(0, left - cost(data) - used));
    }

    private static long cost(byte[] data) {
        return PER_CALL + PER_BYTE * data.length;
    }
}
