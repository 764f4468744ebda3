package thymus.evm.statetest;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thymus.evm.code.Bytecode;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** Parses numbers, bytes and accounts as state tests write them. */
final class Fields {
    private Fields() {}

    /** A number of any size; the tests mark numbers beyond 256 bits by a prefix. */
    static BigInteger number(JsonPlace place) {
        String text = place.text();
        String digits = text.startsWith("0x:bigint ") ? text.substring(10) : text;
        try {
            return digits.startsWith("0x")
                    ? digits.length() == 2 ? BigInteger.ZERO : new BigInteger(digits.substring(2), 16)
                    : new BigInteger(digits);
        } catch (NumberFormatException malformed) {
            throw place.error("not a number: " + text);
        }
    }

    static Word word(JsonPlace place) {
        BigInteger number = number(place);
        if (number.signum() < 0 || number.bitLength() > 256) {
            throw place.error("not a number of 256 bits: " + place.text());
        }
        return Word.of(number);
    }

    /** An unsigned number of 64 bits. */
    static long number64(JsonPlace place) {
        BigInteger number = number(place);
        if (number.signum() < 0 || number.bitLength() > 64) {
            throw place.error("not a number of 64 bits: " + place.text());
        }
        return number.longValue();
    }

    static byte[] bytes(JsonPlace place) {
        String text = place.text();
        try {
            return HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : text);
        } catch (IllegalArgumentException malformed) {
            throw place.error("not hexadecimal bytes: " + text);
        }
    }

    static Address address(JsonPlace place) {
        byte[] bytes = bytes(place);
        if (bytes.length != 20) {
            throw place.error("not an address of 20 bytes: " + place.text());
        }
        return Address.of(bytes);
    }

    static List<Word> words(JsonPlace place) {
        return place.elements().stream().map(Fields::word).toList();
    }

    static Map<Address, StateTest.AccountState> accounts(JsonPlace place) {
        Map<Address, StateTest.AccountState> accounts = new LinkedHashMap<>();
        for (String address : place.fields()) {
            accounts.put(key(place, address, 160, Address::parse), account(place.require(address)));
        }
        return accounts;
    }

    private static <T> T key(JsonPlace place, String text, int bits, Function<String, T> parse) {
        if (!text.matches("(0x)?[0-9a-fA-F]{0," + bits / 4 + "}")) {
            throw place.error("not a hexadecimal key of " + bits + " bits: " + text);
        }
        return parse.apply(text);
    }

    private static StateTest.AccountState account(JsonPlace place) {
        Map<Word, Word> storage = new LinkedHashMap<>();
        JsonPlace slots = place.require("storage");
        for (String key : slots.fields()) {
            storage.put(key(slots, key, 256, Word::parse), word(slots.require(key)));
        }
        return new StateTest.AccountState(
                word(place.require("balance")),
                number64(place.require("nonce")),
                Bytecode.of(bytes(place.require("code"))),
                storage);
    }
}
