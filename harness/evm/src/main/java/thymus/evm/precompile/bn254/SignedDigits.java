package thymus.evm.precompile.bn254;

import java.math.BigInteger;

/** The non-adjacent form: a number in signed digits, few of which are not zero. */
final class SignedDigits {
    private SignedDigits() {}

    /**
     * Digits by ascending power of two. Each is zero, or odd and below {@code 2^(width−1)} in size. At most one of
     * {@code width} successive digits is not zero.
     *
     * @param number not negative
     */
    static int[] of(BigInteger number, int width) {
        int[] digits = new int[number.bitLength() + 1];
        BigInteger rest = number;
        for (int i = 0; rest.signum() != 0; i++) {
            if (rest.testBit(0)) {
                int low = rest.intValue() & (1 << width) - 1;
                digits[i] = low >= 1 << (width - 1) ? low - (1 << width) : low;
                rest = rest.subtract(BigInteger.valueOf(digits[i]));
            }
            rest = rest.shiftRight(1);
        }
        return digits;
    }
}
