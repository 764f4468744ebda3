package thymus.evm.precompile.bn254;

/**
 * The (P¹² − 1)/r-th power, with the order r. A Miller loop is unique only up to r-th powers; the exponentiation
 * makes it unique.
 */
final class FinalExponentiation {
    private FinalExponentiation() {}

    static Fp12 of(Fp12 f) {
        // The easy part, (P⁶ − 1)(P² + 1), by Frobenius and one inversion.
        Fp12 once = f.conjugate().multiply(f.inverse());
        return hard(once.frobenius().frobenius().multiply(once));
    }

    /**
     * Computes the hard part, (P⁴ − P² + 1)/r, as a polynomial of P and u. The vectorial addition chain is from
     * Scott, Benger, Charlemagne, Perez and Kachisa, "On the final exponentiation for calculating pairings on ordinary
     * elliptic curves" (2009), section 6. Here conjugates are inverses.
     */
    private static Fp12 hard(Fp12 f) {
        Fp12 fu = powerOfU(f);
        Fp12 fu2 = powerOfU(fu);
        Fp12 fu3 = powerOfU(fu2);
        Fp12 fp = f.frobenius();
        Fp12 fp2 = fp.frobenius();
        Fp12 y0 = fp.multiply(fp2).multiply(fp2.frobenius());
        Fp12 y1 = f.conjugate();
        Fp12 y2 = fu2.frobenius().frobenius();
        Fp12 y3 = fu.frobenius().conjugate();
        Fp12 y4 = fu.multiply(fu2.frobenius()).conjugate();
        Fp12 y5 = fu2.conjugate();
        Fp12 y6 = fu3.multiply(fu3.frobenius()).conjugate();
        Fp12 t = y6.cyclotomicSquare().multiply(y4).multiply(y5);
        Fp12 s = y3.multiply(y5).multiply(t);
        t = t.multiply(y2);
        s = s.cyclotomicSquare().multiply(t).cyclotomicSquare();
        t = s.multiply(y1);
        return t.cyclotomicSquare().multiply(s.multiply(y0));
    }

    private static Fp12 powerOfU(Fp12 f) {
        Fp12 power = f;
        for (int i = Curve.U.bitLength() - 2; i >= 0; i--) {
            power = power.cyclotomicSquare();
            if (Curve.U.testBit(i)) {
                power = power.multiply(f);
            }
        }
        return power;
    }
}
