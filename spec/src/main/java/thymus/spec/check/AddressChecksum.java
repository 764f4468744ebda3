package thymus.spec.check;

import java.util.Locale;

/** The checksum that the capital letters of an address carry (EIP-55). */
final class AddressChecksum {
    private AddressChecksum() {}

    /**
     * Whether the letters agree with the checksum. Small letters alone, or capital letters alone, carry none.
     *
     * @param digits 40 hexadecimal digits
     */
    static boolean isKept(String digits) {
        String small = digits.toLowerCase(Locale.ROOT);
        return digits.equals(small) || digits.equals(digits.toUpperCase(Locale.ROOT)) || digits.equals(of(small));
    }

    private static String of(String small) {
        byte[] hash = Keccak.of(small);
        StringBuilder checked = new StringBuilder();
        for (int i = 0; i < small.length(); i++) {
            int half = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15;
            checked.append(half >= 8 ? Character.toUpperCase(small.charAt(i)) : small.charAt(i));
        }
        return checked.toString();
    }
}
