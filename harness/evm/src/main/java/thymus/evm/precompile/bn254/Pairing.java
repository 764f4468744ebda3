package thymus.evm.precompile.bn254;

import java.util.ArrayList;
import java.util.List;

/** The optimal ate pairing (Vercauteren, "Optimal pairings", 2010). */
public final class Pairing {
    /** A pair to be paired: a point of G1 and one of G2. */
    public record Pair(Point<Fp> p, Point<Fp2> q) {}

    private Pairing() {}

    /** The product of the pairings of all pairs. They share the squarings of one Miller loop and its exponentiation. */
    public static Fp12 product(List<Pair> pairs) {
        List<MillerLoop> loops = new ArrayList<>();
        for (Pair pair : pairs) {
            // The pairing of infinity with any point is one.
            if (!pair.p.isInfinity() && !pair.q.isInfinity()) {
                loops.add(new MillerLoop(pair.p.normalized(), pair.q.normalized()));
            }
        }
        return loops.isEmpty() ? Fp12.ONE : FinalExponentiation.of(miller(loops));
    }

    private static Fp12 miller(List<MillerLoop> loops) {
        Fp12 f = Fp12.ONE;
        int top = MillerLoop.DIGITS.length - 1;
        while (MillerLoop.DIGITS[top] == 0) {
            top--;
        }
        for (int i = top - 1; i >= 0; i--) {
            f = f.square();
            for (MillerLoop loop : loops) {
                f = loop.twice(f);
            }
            int digit = MillerLoop.DIGITS[i];
            if (digit != 0) {
                for (MillerLoop loop : loops) {
                    f = loop.add(f, digit);
                }
            }
        }
        for (MillerLoop loop : loops) {
            f = loop.finish(f);
        }
        return f;
    }
}
