package thymus.evm.primitive;

/** Multiplication by the schoolbook method on 64-bit limbs. */
final class Product {
    private Product() {}

    static Word low(Word x, Word y) {
        if ((x.a() | x.b() | x.c() | y.a() | y.b() | y.c()) == 0) {
            return new Word(0, 0, Math.unsignedMultiplyHigh(x.d(), y.d()), x.d() * y.d());
        }
        long r0 = x.d() * y.d();
        long r1 = Math.unsignedMultiplyHigh(x.d(), y.d());
        long r2 = 0;
        long r3 = Math.unsignedMultiplyHigh(x.d(), y.b())
                + Math.unsignedMultiplyHigh(x.c(), y.c())
                + Math.unsignedMultiplyHigh(x.b(), y.d())
                + x.d() * y.a()
                + x.c() * y.b()
                + x.b() * y.c()
                + x.a() * y.d();

        long t = x.d() * y.c();
        r1 += t;
        r2 += carry(r1, t);
        t = x.c() * y.d();
        r1 += t;
        r2 += carry(r1, t);

        t = Math.unsignedMultiplyHigh(x.d(), y.c());
        r2 += t;
        r3 += carry(r2, t);
        t = Math.unsignedMultiplyHigh(x.c(), y.d());
        r2 += t;
        r3 += carry(r2, t);
        t = x.d() * y.b();
        r2 += t;
        r3 += carry(r2, t);
        t = x.c() * y.c();
        r2 += t;
        r3 += carry(r2, t);
        t = x.b() * y.d();
        r2 += t;
        r3 += carry(r2, t);
        return new Word(r3, r2, r1, r0);
    }

    private static long carry(long sum, long addend) {
        return Long.compareUnsigned(sum, addend) < 0 ? 1 : 0;
    }

    /** All eight limbs, least significant first. */
    static long[] full(Word x, Word y) {
        long[] r = new long[8];
        for (int i = 0; i < 4; i++) {
            long xi = x.limb(i);
            long high = 0;
            for (int j = 0; j < 4; j++) {
                long yj = y.limb(j);
                long low = xi * yj;
                long sum = low + high;
                high = Math.unsignedMultiplyHigh(xi, yj) + carry(sum, low);
                r[i + j] += sum;
                high += carry(r[i + j], sum);
            }
            r[i + 4] = high;
        }
        return r;
    }

    static Word power(Word base, Word exponent) {
        Word result = Word.ONE;
        Word square = base;
        int bits = exponent.bitLength();
        for (int i = 0; i < bits; i++) {
            if ((exponent.limb(i >>> 6) >>> i & 1) != 0) {
                result = low(result, square);
            }
            square = low(square, square);
        }
        return result;
    }
}
