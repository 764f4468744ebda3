package thymus.fork.state;

import java.math.BigInteger;
import java.util.HexFormat;
import thymus.evm.code.Bytecode;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * Reads numbers and bytes as nodes and genesis files write them: {@code 0x} and hexadecimal digits, or decimal digits.
 */
final class Quantity {
    /** Chains limit code to a few times 24 kB, but some test networks do not. */
    private static final int LARGEST_CODE = 1 << 20;

    private Quantity() {}

    static Word word(JsonPlace place) {
        BigInteger number = number(place);
        if (number.signum() < 0 || number.bitLength() > 256) {
            throw place.error("a number from 0 to 2^256 - 1 is needed");
        }
        return Word.of(number);
    }

    /** A block number, a time or a chain id, which must be far below 2^63. */
    static long small(JsonPlace place) {
        BigInteger number = number(place);
        if (number.signum() < 0 || number.bitLength() > 62) {
            throw place.error("a number from 0 to 2^62 - 1 is needed");
        }
        return number.longValue();
    }

    /** An account's nonce, which may use all 64 bits (EIP-2681). */
    static long nonce(JsonPlace place) {
        BigInteger number = number(place);
        if (number.signum() < 0 || number.bitLength() > 64) {
            throw place.error("a number from 0 to 2^64 - 1 is needed");
        }
        return number.longValue();
    }

    private static BigInteger number(JsonPlace place) {
        if (place.isText() && place.text().startsWith("0x")) {
            String digits = place.text().substring(2);
            if (!digits.matches("[0-9a-fA-F]{1,100}")) {
                throw place.error("expected 0x and hexadecimal digits of a number");
            }
            return new BigInteger(digits, 16);
        }
        return place.number();
    }

    static byte[] bytes(JsonPlace place, int most) {
        String text = place.text();
        if (text.length() > 2 + 2L * most) {
            throw place.error("more than " + most + " bytes");
        }
        if (!text.startsWith("0x") || text.length() % 2 != 0 || !isHex(text)) {
            throw place.error("expected 0x and an even number of hexadecimal digits");
        }
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    private static boolean isHex(String text) {
        return text.chars().skip(2).allMatch(HexFormat::isHexDigit);
    }

    static Bytecode code(JsonPlace place) {
        byte[] code = bytes(place, LARGEST_CODE);
        return Bytecode.of(code);
    }

    /** A field name that is an address. Genesis files may omit {@code 0x}. */
    static Address address(JsonPlace object, String field) {
        String digits = field.startsWith("0x") ? field.substring(2) : field;
        if (!digits.matches("[0-9a-fA-F]{40}")) {
            throw object.error("\"" + shown(field) + "\" is no address: 40 hexadecimal digits are needed");
        }
        return Address.parse(digits);
    }

    /** A field name that is a storage slot. */
    static Word slot(JsonPlace object, String field) {
        String digits = field.startsWith("0x") ? field.substring(2) : field;
        if (!digits.matches("[0-9a-fA-F]{1,64}")) {
            throw object.error("\"" + shown(field) + "\" is no slot: up to 64 hexadecimal digits are needed");
        }
        return Word.parse(digits);
    }

    private static String shown(String field) {
        return field.length() <= 80 ? field : field.substring(0, 80) + "…";
    }
}
