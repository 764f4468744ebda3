package thymus.harness.precompile;

import java.math.BigInteger;
import java.util.Optional;
import thymus.harness.word.Word;
import thymus.harness.word.WordBytes;

/** MODEXP (EIP-198): lengths of base, exponent and modulus, then these. */
enum ModExp implements Precompile {
    /** Priced by EIP-2565. */
    BERLIN {
        @Override
        long price(long longest, long exponentLength, int headBits) {
            long words = (longest + 7) / 8;
            long iterations = exponentLength <= 32 ? Math.max(headBits - 1, 0)
                    : 8 * (exponentLength - 32) + Math.max(headBits - 1, 0);
            return Math.max(200, multiply(multiply(words, words), Math.max(iterations, 1)) / 3);
        }

        @Override
        long lengthLimit() {
            return Long.MAX_VALUE;
        }
    },
    /** Priced by EIP-7883; operands up to 1024 bytes (EIP-7823). */
    OSAKA {
        @Override
        long price(long longest, long exponentLength, int headBits) {
            long words = (longest + 7) / 8;
            long complexity = longest <= 32 ? 16 : multiply(2, multiply(words, words));
            long iterations = exponentLength <= 32 ? Math.max(headBits - 1, 0)
                    : 16 * (exponentLength - 32) + Math.max(headBits - 1, 0);
            return Math.max(500, multiply(complexity, Math.max(iterations, 1)));
        }

        @Override
        long lengthLimit() {
            return 1024;
        }
    };

    private static final long HEADER = 96;
    /** In bytes; an operand beyond costs more than 10^13 gas. */
    private static final long LONG = 1 << 26;

    abstract long price(long longest, long exponentLength, int headBits);

    abstract long lengthLimit();

    private static long length(byte[] input, int at) {
        return WordBytes.readZeroPadded(input, at).clampToLong();
    }

    private static long multiply(long x, long y) {
        return Math.multiplyHigh(x, y) != 0 || x * y < 0 ? Long.MAX_VALUE : x * y;
    }

    @Override
    public long gas(byte[] input) {
        long base = length(input, 0);
        long exponent = length(input, 32);
        long modulus = length(input, 64);
        if (Math.max(base, Math.max(exponent, modulus)) > lengthLimit()) {
            return Long.MAX_VALUE;
        }
        long longest = Math.max(base, modulus);
        if (longest == 0) {
            // Nothing is computed, and the length of the exponent does not matter.
            exponent = Math.min(exponent, LONG);
        }
        if (Math.max(longest, exponent) > LONG) {
            return Long.MAX_VALUE;
        }
        Word head = WordBytes.readZeroPadded(input, HEADER + base);
        int unused = (int) (8 * (32 - Math.min(exponent, 32)));
        return price(longest, exponent, Math.max(head.bitLength() - unused, 0));
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        int baseLength = (int) length(input, 0);
        int modulusLength = (int) length(input, 64);
        if (modulusLength == 0) {
            return Optional.of(NOTHING);
        }
        int exponentLength = (int) length(input, 32);
        BigInteger modulus = number(input, HEADER + baseLength + exponentLength, modulusLength);
        byte[] output = new byte[modulusLength];
        if (modulus.signum() != 0) {
            BigInteger base = number(input, HEADER, baseLength);
            BigInteger exponent = number(input, HEADER + baseLength, exponentLength);
            byte[] result = base.modPow(exponent, modulus).toByteArray();
            int used = Math.min(result.length, modulusLength);
            System.arraycopy(result, result.length - used, output, modulusLength - used, used);
        }
        return Optional.of(output);
    }

    private static BigInteger number(byte[] input, long from, int length) {
        byte[] digits = new byte[length];
        if (from < input.length) {
            System.arraycopy(input, (int) from, digits, 0, (int) Math.min(length, input.length - from));
        }
        return new BigInteger(1, digits);
    }
}
