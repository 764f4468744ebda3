package thymus.evm.primitive;

/** Shifts and the selection of bytes. */
final class Shift {
    private Shift() {}

    private static boolean exceeds(Word x, int limit) {
        return (x.a() | x.b() | x.c()) != 0 || x.d() < 0 || x.d() >= limit;
    }

    static Word left(Word bits, Word x) {
        if (exceeds(bits, 256)) {
            return Word.ZERO;
        }
        int n = (int) bits.d();
        int s = n & 63;
        // Two steps, because a Java shift by 64 is a shift by 0.
        long a = x.a() << s | x.b() >>> 1 >>> (63 - s);
        long b = x.b() << s | x.c() >>> 1 >>> (63 - s);
        long c = x.c() << s | x.d() >>> 1 >>> (63 - s);
        long d = x.d() << s;
        return switch (n >>> 6) {
            case 0 -> new Word(a, b, c, d);
            case 1 -> new Word(b, c, d, 0);
            case 2 -> new Word(c, d, 0, 0);
            default -> new Word(d, 0, 0, 0);
        };
    }

    static Word right(Word bits, Word x) {
        return exceeds(bits, 256) ? Word.ZERO : right((int) bits.d(), x, 0);
    }

    static Word arithmeticRight(Word bits, Word x) {
        long fill = x.a() >> 63;
        return exceeds(bits, 256) ? new Word(fill, fill, fill, fill) : right((int) bits.d(), x, fill);
    }

    private static Word right(int n, Word x, long fill) {
        int s = n & 63;
        long a = x.a() >>> s | fill << 1 << (63 - s);
        long b = x.b() >>> s | x.a() << 1 << (63 - s);
        long c = x.c() >>> s | x.b() << 1 << (63 - s);
        long d = x.d() >>> s | x.c() << 1 << (63 - s);
        return switch (n >>> 6) {
            case 0 -> new Word(a, b, c, d);
            case 1 -> new Word(fill, a, b, c);
            case 2 -> new Word(fill, fill, a, b);
            default -> new Word(fill, fill, fill, a);
        };
    }

    static Word byteOf(Word index, Word x) {
        if (exceeds(index, 32)) {
            return Word.ZERO;
        }
        int fromEnd = 31 - (int) index.d();
        return Word.of(x.limb(fromEnd >>> 3) >>> ((fromEnd & 7) << 3) & 0xff);
    }

    static Word signextend(Word index, Word x) {
        if (exceeds(index, 31)) {
            return x;
        }
        int unused = 248 - 8 * (int) index.d();
        Word bits = Word.of(unused);
        return arithmeticRight(bits, left(bits, x));
    }
}
