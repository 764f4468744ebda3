package thymus.contracts.abi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;

/** The first four bytes of the keccak-256 of a function's signature, with which its call data begins. */
public record Selector(int value) {
    public static final int SIZE = 4;

    /** Comparing function models is slow, so signatures, of which there are few, are the keys. */
    private static final Map<String, Selector> KNOWN = new ConcurrentHashMap<>();

    private static final Map<String, BigInteger> TOPICS = new ConcurrentHashMap<>();

    /** The selector of the function. */
    public static Selector of(FunctionModel function) {
        return of(function.signature());
    }

    /**
     * The selector of a signature.
     *
     * @param signature such as {@code transfer(address,uint256)}
     */
    public static Selector of(String signature) {
        return KNOWN.computeIfAbsent(signature, s -> fromCallData(keccak(s).toBytes32()));
    }

    /**
     * The selector with which call data begins.
     *
     * @param data at least 4 bytes
     */
    public static Selector fromCallData(byte[] data) {
        return new Selector((data[0] & 0xff) << 24 | (data[1] & 0xff) << 16 | (data[2] & 0xff) << 8 | (data[3] & 0xff));
    }

    /** Reads the selector as {@code msg.sig} does: zeros stand for missing bytes. */
    public static Selector padded(byte[] data) {
        return fromCallData(data.length < SIZE ? Arrays.copyOf(data, SIZE) : data);
    }

    /** Returns whether call data begins with this selector. */
    public boolean begins(byte[] data) {
        return data.length >= SIZE
                && data[3] == (byte) value
                && data[2] == (byte) (value >>> 8)
                && data[1] == (byte) (value >>> 16)
                && data[0] == (byte) (value >>> 24);
    }

    /** The four bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[SIZE];
        write(bytes);
        return bytes;
    }

    void write(byte[] data) {
        data[0] = (byte) (value >>> 24);
        data[1] = (byte) (value >>> 16);
        data[2] = (byte) (value >>> 8);
        data[3] = (byte) value;
    }

    /**
     * The call data of a transaction: the selector followed by the encoded arguments.
     *
     * @throws AbiException if an argument does not fit its type
     */
    public static byte[] callData(FunctionModel function, List<AbiValue> arguments) {
        byte[] encoded = AbiCodec.encode(AbiCodec.types(function.inputs()), arguments);
        byte[] data = new byte[SIZE + encoded.length];
        of(function).write(data);
        System.arraycopy(encoded, 0, data, SIZE, encoded.length);
        return data;
    }

    /** The first topic of a non-anonymous event, as an unsigned number. */
    public static BigInteger topic(EventModel event) {
        return TOPICS.computeIfAbsent(event.signature(), s -> keccak(s).toBigInteger());
    }

    private static Word keccak(String signature) {
        return Keccak.hash(signature.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "0x" + HexFormat.of().formatHex(bytes());
    }
}
