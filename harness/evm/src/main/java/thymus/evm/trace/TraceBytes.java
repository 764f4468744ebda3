package thymus.evm.trace;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** Words, bytes and addresses. */
final class TraceBytes {
    /** More than a frame's memory or any data can have, and far from where adding lengths overflows. */
    static final long BEYOND = 1L << 40;

    private TraceBytes() {}

    static Word at(byte[] bytes, int at) {
        return WordBytes.read32(bytes, at);
    }

    static Word hash(byte[] bytes) {
        return Keccak.hash(bytes);
    }

    /** The low 160 bits, as instructions read an address. */
    static Address address(Word word) {
        return Address.of(word);
    }
}
