package thymus.fork.rpc;

import java.math.BigInteger;
import java.util.HexFormat;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Converts numbers and bytes to and from the notation of Ethereum's JSON-RPC: quantities without leading zeros, data
 * with all digits.
 */
public final class Hex {
    private Hex() {}

    /**
     * The notation of a quantity.
     *
     * @param number unsigned
     */
    public static String quantity(long number) {
        return "0x" + Long.toHexString(number);
    }

    /**
     * The notation of a quantity.
     *
     * @param number not negative
     */
    public static String quantity(BigInteger number) {
        return "0x" + number.toString(16);
    }

    /** The notation of a quantity. */
    public static String quantity(Word number) {
        return quantity(number.toBigInteger());
    }

    /** The notation of bytes. */
    public static String data(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    /** The notation of the 32 bytes. */
    public static String data(Word word) {
        return data(word.toBytes32());
    }

    /** The notation of the 20 bytes. */
    public static String data(Address address) {
        return data(address.toBytes());
    }

    /**
     * Reads a quantity.
     *
     * @param what the value is, for the message
     * @throws RpcProtocolException if it is not a number of at most 256 bits
     */
    public static Word word(JsonNode node, String what) {
        String text = text(node, "0x[0-9a-fA-F]{1,64}", what, "a number in hexadecimal digits of at most 256 bits");
        return Word.of(new BigInteger(text.substring(2), 16));
    }

    /** Reads a text that web3j has parsed, or null, like {@link #word(JsonNode, String)}. */
    public static Word word(String text, String what) {
        return word(json(text), what);
    }

    /**
     * Reads a quantity.
     *
     * @param what the value is, for the message
     * @throws RpcProtocolException if it is not a number from 0 to 2^63 − 1
     */
    public static long number(JsonNode node, String what) {
        Word word = word(node, what);
        if (word.bitLength() > 63) {
            throw new RpcProtocolException(what + ": " + word + " is more than any node counts to");
        }
        return word.toLong();
    }

    /** Reads a text that web3j has parsed, or null, like {@link #number(JsonNode, String)}. */
    public static long number(String text, String what) {
        return number(json(text), what);
    }

    /**
     * Reads data.
     *
     * @param what the value is, for the message
     * @throws RpcProtocolException if it is not 0x and an even number of hexadecimal digits
     */
    public static byte[] bytes(JsonNode node, String what) {
        String text = text(node, "0x([0-9a-fA-F]{2})*+", what, "0x and pairs of hexadecimal digits");
        return HexFormat.of().parseHex(text.substring(2));
    }

    /** Reads a text that web3j has parsed, or null, like {@link #bytes(JsonNode, String)}. */
    public static byte[] bytes(String text, String what) {
        return bytes(json(text), what);
    }

    /**
     * Reads an address.
     *
     * @param what the value is, for the message
     * @throws RpcProtocolException if it is not 0x and 40 hexadecimal digits
     */
    public static Address address(JsonNode node, String what) {
        return Address.parse(text(node, "0x[0-9a-fA-F]{40}", what, "0x and 40 hexadecimal digits"));
    }

    /** Reads a text that web3j has parsed, or null, like {@link #address(JsonNode, String)}. */
    public static Address address(String text, String what) {
        return address(json(text), what);
    }

    private static JsonNode json(String text) {
        return text == null ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.stringNode(text);
    }

    private static String text(JsonNode node, String form, String what, String expected) {
        if (node == null || !node.isString() || !node.stringValue().matches(form)) {
            throw new RpcProtocolException(what + ": expected " + expected + ", found "
                    + (node == null ? "nothing" : Envelope.excerpt(node.toString())));
        }
        return node.stringValue();
    }
}
