package thymus.evm.precompile;

import java.math.BigInteger;
import java.util.Optional;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** MODEXP (EIP-198). The input is the lengths of base, exponent and modulus, followed by their values. */
enum ModExp implements Precompile {
    /** The gas of EIP-2565. */
    BERLIN(8, Long.MAX_VALUE) {
        @Override
        long price(long longest, long iterations) {
            long words = Math.ceilDiv(longest, 8);
            long product = multiply(multiply(words, words), iterations);
            return product == Long.MAX_VALUE ? product : Math.max(200, product / 3);
        }
    },
    /** The gas of EIP-7883, for operands up to 1024 bytes (EIP-7823). */
    OSAKA(16, 1024) {
        @Override
        long price(long longest, long iterations) {
            long words = Math.ceilDiv(longest, 8);
            long complexity = longest <= 32 ? 16 : multiply(2, multiply(words, words));
            return Math.max(500, multiply(complexity, iterations));
        }
    };

    private static final int HEADER = 96;
    /** The largest operand in bytes. A call with a longer one costs at least 178 million gas, more than a block has. */
    private static final int COMPUTABLE = 1 << 26;

    private final long iterationsPerByte;
    private final long lengthLimit;

    ModExp(long iterationsPerByte, long lengthLimit) {
        this.iterationsPerByte = iterationsPerByte;
        this.lengthLimit = lengthLimit;
    }

    abstract long price(long longest, long iterations);

    private static long length(byte[] input, int at) {
        return WordBytes.readZeroPadded(input, at).clampToLong();
    }

    /** The product, or {@link Long#MAX_VALUE} if it is larger. */
    private static long multiply(long x, long y) {
        return Math.multiplyHigh(x, y) != 0 || x * y < 0 ? Long.MAX_VALUE : x * y;
    }

    @Override
    public long gas(byte[] input) {
        long base = length(input, 0);
        long exponent = length(input, 32);
        long modulus = length(input, 64);
        if (Math.max(base, Math.max(exponent, modulus)) > lengthLimit) {
            return Long.MAX_VALUE;
        }
        Word head = WordBytes.readZeroPadded(input, HEADER + Math.min(base, Integer.MAX_VALUE));
        int unused = (int) (8 * (32 - Math.min(exponent, 32)));
        long headIterations = Math.max(head.bitLength() - unused - 1, 0);
        long tail = multiply(iterationsPerByte, Math.max(exponent - 32, 0));
        long iterations = Math.max(tail > Long.MAX_VALUE - headIterations ? tail : tail + headIterations, 1);
        return price(Math.max(base, modulus), iterations);
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        if (length(input, 64) == 0) {
            return Optional.of(NOTHING);
        }
        int baseLength = computable(input, 0);
        int exponentLength = computable(input, 32);
        int modulusLength = computable(input, 64);
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

    private static int computable(byte[] input, int at) {
        long length = length(input, at);
        if (length > COMPUTABLE) {
            throw new UnsupportedPrecompileException(
                    "MODEXP", "an operand has " + length + " bytes, and can have " + COMPUTABLE);
        }
        return (int) length;
    }

    private static BigInteger number(byte[] input, long from, int length) {
        byte[] digits = new byte[length];
        if (from < input.length) {
            System.arraycopy(input, (int) from, digits, 0, (int) Math.min(length, input.length - from));
        }
        return new BigInteger(1, digits);
    }
}
