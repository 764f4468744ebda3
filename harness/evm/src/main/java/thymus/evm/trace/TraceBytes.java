package thymus.evm.trace;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** Words, bytes and addresses. */
final class TraceBytes {
    /** More than the size of any memory or data, and small enough that sums of lengths do not overflow. */
    static final long BEYOND = 1L << 40;

    private TraceBytes() {}

    static Word at(byte[] bytes, int at) {
        return WordBytes.read32(bytes, at);
    }

    static Word hash(byte[] bytes) {
        return Keccak.hash(bytes);
    }

    /** The address in the low 160 bits, as instructions read it. */
    static Address address(Word word) {
        return Address.of(word);
    }
}
