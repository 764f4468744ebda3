package thymus.contracts.abi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;

/** The first four bytes of the keccak-256 of a function's signature, which begin its call data. */
public record Selector(int value) {
    public static final int SIZE = 4;

    /** Models are compared by their contents at some cost; signatures are few. */
    private static final Map<String, Selector> KNOWN = new ConcurrentHashMap<>();

    private static final Map<String, BigInteger> TOPICS = new ConcurrentHashMap<>();

    public static Selector of(FunctionModel function) {
        return of(function.signature());
    }

    /** @param signature such as {@code transfer(address,uint256)} */
    public static Selector of(String signature) {
        return KNOWN.computeIfAbsent(signature, s -> fromCallData(keccak(s).toBytes32()));
    }

    /** @param data at least 4 bytes; what follows the selector does not matter */
    public static Selector fromCallData(byte[] data) {
        return new Selector((data[0] & 0xff) << 24 | (data[1] & 0xff) << 16 | (data[2] & 0xff) << 8 | (data[3] & 0xff));
    }

    /** Whether call data begins with it. */
    public boolean begins(byte[] data) {
        return data.length >= SIZE
                && data[3] == (byte) value
                && data[2] == (byte) (value >>> 8)
                && data[1] == (byte) (value >>> 16)
                && data[0] == (byte) (value >>> 24);
    }

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

    /** Selector and encoded arguments: what a transaction carries. */
    public static byte[] callData(FunctionModel function, List<AbiValue> arguments) {
        byte[] encoded = AbiCodec.encode(AbiCodec.types(function.inputs()), arguments);
        byte[] data = new byte[SIZE + encoded.length];
        of(function).write(data);
        System.arraycopy(encoded, 0, data, SIZE, encoded.length);
        return data;
    }

    /** The first topic of an event that is not anonymous, as an unsigned number. */
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
