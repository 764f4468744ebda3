package thymus.evm.interpreter;

import thymus.evm.primitive.Word;

/** The dynamic gas costs, named as in the Yellow Paper and the EIPs. */
public final class Gas {
    static final long STIPEND = 2300;
    static final long CALL_VALUE = 9000;
    static final long NEW_ACCOUNT = 25000;
    public static final long WARM = 100;
    public static final long COLD_ACCOUNT = 2600;
    public static final long COLD_SLOT = 2100;
    /** The cost of writing a slot that is zero and was zero before the transaction. */
    public static final long SET_SLOT = 20000;

    public static final long WORD_COPIED = 3;
    static final long WORD_HASHED = 6;
    static final long BYTE_LOGGED = 8;
    static final long EXPONENT_BYTE = 50;
    static final long CODE_DEPOSIT_PER_BYTE = 200;

    private Gas() {}

    /**
     * The cost per started word of 32 bytes.
     *
     * @param bytes clamped to 2^63 − 1, which no gas can pay for
     */
    static long perWord(long bytes, long price) {
        if (bytes > 1L << 40) {
            throw Halt.OUT_OF_GAS.exception;
        }
        return price * ((bytes + 31) >>> 5);
    }

    static long perWord(Word bytes, long price) {
        return perWord(bytes.clampToLong(), price);
    }
}
