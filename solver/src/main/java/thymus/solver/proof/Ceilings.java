package thymus.solver.proof;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Terms;

/** The constants that code compares a number with before it goes on: what the number may be bounded by. */
final class Ceilings {
    private static final int MOST = 3;
    /** A number of fewer bits is a flag, or an index. */
    private static final int LEAST_BITS = 3;

    private Ceilings() {}

    /** @param number its value before the transactions */
    static List<BigInteger> of(IntTerm number, List<SymbolicTransaction> transactions) {
        Set<BigInteger> found = new TreeSet<>();
        for (SymbolicTransaction transaction : transactions) {
            for (BoolTerm condition : transaction.conditions()) {
                if (condition instanceof BoolTerm.NotPositive order) {
                    add(number, order.term(), found);
                }
            }
        }
        return found.stream().limit(MOST).toList();
    }

    /** Adds k where the term is {@code c·number + … - k·c}. */
    private static void add(IntTerm number, IntTerm term, Set<BigInteger> found) {
        for (Part part : Terms.parts(term)) {
            if (part.term() == number && part.coefficient().signum() > 0) {
                BigInteger most = Terms.constantPart(term).negate().divide(part.coefficient());
                if (most.bitLength() >= LEAST_BITS && !isOfType(most)) {
                    found.add(most);
                }
            }
        }
    }

    /** What a type allows is known, and so is what an overflow would be compared with. */
    private static boolean isOfType(BigInteger most) {
        return most.bitCount() == 1 || most.add(BigInteger.ONE).bitCount() == 1;
    }
}
