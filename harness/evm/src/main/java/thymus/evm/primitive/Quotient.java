package thymus.evm.primitive;

/**
 * Division: Knuth's algorithm D (TAOCP 4.3.1) in base 2^64, with quotient digits by a precomputed reciprocal of the
 * divisor's top limb (Möller and Granlund, "Improved division by invariant integers").
 */
final class Quotient {
    private Quotient() {}

    static Word div(Word x, Word y) {
        if ((x.a() | x.b() | x.c() | y.a() | y.b() | y.c()) == 0) {
            return y.d() == 0 ? Word.ZERO : Word.of(Long.divideUnsigned(x.d(), y.d()));
        }
        if (x.isBelow(y) || y.isZero()) {
            return Word.ZERO;
        }
        if ((y.a() | y.b() | y.c()) == 0) {
            return byLimb(x, y.d(), true);
        }
        long[] q = new long[4];
        divide(new long[] {x.d(), x.c(), x.b(), x.a(), 0}, y, q);
        return new Word(q[3], q[2], q[1], q[0]);
    }

    static Word mod(Word x, Word y) {
        if ((x.a() | x.b() | x.c() | y.a() | y.b() | y.c()) == 0) {
            return y.d() == 0 ? Word.ZERO : Word.of(Long.remainderUnsigned(x.d(), y.d()));
        }
        if (y.isZero()) {
            return Word.ZERO;
        }
        if (x.isBelow(y)) {
            return x;
        }
        return (y.a() | y.b() | y.c()) == 0
                ? byLimb(x, y.d(), false)
                : divide(new long[] {x.d(), x.c(), x.b(), x.a(), 0}, y, null);
    }

    /**
     * Divides by a number of one limb without arrays; most divisors are of this kind.
     *
     * @return the quotient or the remainder
     */
    private static Word byLimb(Word x, long y, boolean quotient) {
        int shift = Long.numberOfLeadingZeros(y);
        long d = y << shift;
        long reciprocal = reciprocal(d);
        // Two steps, because a Java shift by 64 is a shift by 0.
        long u3 = x.a() << shift | x.b() >>> 1 >>> (63 - shift);
        long u2 = x.b() << shift | x.c() >>> 1 >>> (63 - shift);
        long u1 = x.c() << shift | x.d() >>> 1 >>> (63 - shift);
        long u0 = x.d() << shift;
        long rest = x.a() >>> 1 >>> (63 - shift);
        long q3 = digit(rest, u3, d, reciprocal);
        rest = u3 - q3 * d;
        long q2 = digit(rest, u2, d, reciprocal);
        rest = u2 - q2 * d;
        long q1 = digit(rest, u1, d, reciprocal);
        rest = u1 - q1 * d;
        long q0 = digit(rest, u0, d, reciprocal);
        return quotient ? new Word(q3, q2, q1, q0) : Word.of((u0 - q0 * d) >>> shift);
    }

    static Word addmod(Word x, Word y, Word m) {
        if (m.isZero()) {
            return Word.ZERO;
        }
        Word sum = x.add(y);
        long carry = sum.isBelow(x) ? 1 : 0;
        return divide(new long[] {sum.d(), sum.c(), sum.b(), sum.a(), carry, 0}, m, null);
    }

    static Word mulmod(Word x, Word y, Word m) {
        if (m.isZero()) {
            return Word.ZERO;
        }
        long[] product = java.util.Arrays.copyOf(Product.full(x, y), 9);
        return divide(product, m, null);
    }

    /**
     * Divides in place and returns the remainder.
     *
     * @param u the dividend, least significant limb first, with one zero limb on top; overwritten
     * @param quotient receives the low limbs of the quotient; null if it is not needed
     */
    private static Word divide(long[] u, Word y, long[] quotient) {
        long[] v = {y.d(), y.c(), y.b(), y.a()};
        int n = 4;
        while (v[n - 1] == 0) {
            n--;
        }
        int shift = Long.numberOfLeadingZeros(v[n - 1]);
        shiftLeft(v, n, shift);
        shiftLeft(u, u.length, shift);
        long top = v[n - 1];
        long reciprocal = reciprocal(top);
        for (int j = u.length - n - 1; j >= 0; j--) {
            long digit = u[j + n] == top ? -1 : digit(u[j + n], u[j + n - 1], top, reciprocal);
            long borrow = subtractProduct(u, j, v, n, digit);
            while (borrow != 0) {
                digit--;
                borrow -= addBack(u, j, v, n);
            }
            if (quotient != null && j < quotient.length) {
                quotient[j] = digit;
            }
        }
        Word shifted = new Word(n > 3 ? u[3] : 0, n > 2 ? u[2] : 0, n > 1 ? u[1] : 0, u[0]);
        return Shift.right(Word.of(shift), shifted);
    }

    private static void shiftLeft(long[] x, int length, int shift) {
        if (shift == 0) {
            return;
        }
        for (int i = length - 1; i > 0; i--) {
            x[i] = x[i] << shift | x[i - 1] >>> (64 - shift);
        }
        x[0] <<= shift;
    }

    /** ⌊(2^128 − 1) / d⌋ − 2^64 for d with its top bit set. */
    private static long reciprocal(long d) {
        return slowDigit(~d, -1, d);
    }

    /** ⌊(high, low) / d⌋ for high &lt; d, bit by bit in two halves of 32 (Hacker's Delight, divlu). */
    private static long slowDigit(long high, long low, long d) {
        long dh = d >>> 32;
        long dl = d & 0xffffffffL;
        long q1 = half(high, low >>> 32, dh, dl);
        long rest = (high << 32 | low >>> 32) - q1 * d;
        long q0 = half(rest, low & 0xffffffffL, dh, dl);
        return (q1 << 32) + q0;
    }

    private static long half(long high, long next, long dh, long dl) {
        long q = Long.divideUnsigned(high, dh);
        long r = high - q * dh;
        while (q >>> 32 != 0 || Long.compareUnsigned(q * dl, r << 32 | next) > 0) {
            q--;
            r += dh;
            if (r >>> 32 != 0) {
                break;
            }
        }
        return q;
    }

    /** ⌊(high, low) / d⌋ for high &lt; d. */
    private static long digit(long high, long low, long d, long reciprocal) {
        long q0 = reciprocal * high;
        long q1 = Math.unsignedMultiplyHigh(reciprocal, high);
        q0 += low;
        q1 += high + (Long.compareUnsigned(q0, low) < 0 ? 1 : 0) + 1;
        long r = low - q1 * d;
        if (Long.compareUnsigned(r, q0) > 0) {
            q1--;
            r += d;
        }
        return Long.compareUnsigned(r, d) >= 0 ? q1 + 1 : q1;
    }

    /** u[j..j+n] −= digit · v; returns the borrow beyond the top limb. */
    private static long subtractProduct(long[] u, int j, long[] v, int n, long digit) {
        long carry = 0;
        for (int i = 0; i < n; i++) {
            long low = digit * v[i];
            long high = Math.unsignedMultiplyHigh(digit, v[i]);
            low += carry;
            high += Long.compareUnsigned(low, carry) < 0 ? 1 : 0;
            long before = u[j + i];
            u[j + i] = before - low;
            carry = high + (Long.compareUnsigned(before, low) < 0 ? 1 : 0);
        }
        long before = u[j + n];
        u[j + n] = before - carry;
        return Long.compareUnsigned(before, carry) < 0 ? 1 : 0;
    }

    private static long addBack(long[] u, int j, long[] v, int n) {
        long carry = 0;
        for (int i = 0; i < n; i++) {
            long sum = u[j + i] + v[i];
            long out = Long.compareUnsigned(sum, v[i]) < 0 ? 1 : 0;
            u[j + i] = sum + carry;
            carry = out + (carry != 0 && u[j + i] == 0 ? 1 : 0);
        }
        u[j + n] += carry;
        return carry != 0 && u[j + n] == 0 ? 1 : 0;
    }
}
