package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thymus.spec.contract.AbiType;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/**
 * Determines which domains of {@code forall} are enumerated completely at run time: listed domains, and types of at
 * most one byte. Larger types are evaluated only at seen values, which can refute a {@code forall} but not prove it.
 */
public final class Enumeration {
    private static final int BYTE = 8;

    private Enumeration() {}

    /** All values of a type that has at most 256. */
    public static Optional<List<BigInteger>> of(AbiType type) {
        return switch (type) {
            case AbiType.Bool ignored -> Optional.of(range(0, 1));
            case AbiType.UInt number when number.bits() <= BYTE -> Optional.of(range(0, (1 << number.bits()) - 1));
            case AbiType.Int number
            when number.bits() <= BYTE ->
                Optional.of(range(-(1 << (number.bits() - 1)), (1 << (number.bits() - 1)) - 1));
            case AbiType.FixedBytes bytes when bytes.size() == 1 -> Optional.of(range(0, 255));
            case AbiType.Word _, AbiType.ByteString _, AbiType.Composite _ -> Optional.empty();
        };
    }

    private static List<BigInteger> range(int least, int greatest) {
        return IntStream.rangeClosed(least, greatest)
                .mapToObj(BigInteger::valueOf)
                .toList();
    }

    /**
     * The least value of a type, 1, and the greatest value. They are always evaluated for a type that is not
     * enumerated.
     */
    public static List<BigInteger> ends(AbiType type) {
        return switch (type) {
            case AbiType.UInt number -> ends(BigInteger.ZERO, number.bits());
            case AbiType.Int number ->
                ends(BigInteger.TWO.pow(number.bits() - 1).negate(), number.bits() - 1);
            case AbiType.Address ignored -> ends(BigInteger.ZERO, 160);
            case AbiType.FixedBytes bytes -> ends(BigInteger.ZERO, BYTE * bytes.size());
            case AbiType.Bool _, AbiType.ByteString _, AbiType.Composite _ -> List.of();
        };
    }

    private static List<BigInteger> ends(BigInteger least, int bits) {
        return List.of(least, BigInteger.ONE, BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
    }

    /**
     * Returns whether the value is evaluated only as a bound of its type. 0 is not, because it is meaningful in most
     * states.
     */
    static boolean isEnd(Variable variable, BigInteger value) {
        return value.signum() != 0
                && variable.abi()
                        .filter(t -> of(t).isEmpty() && ends(t).contains(value))
                        .isPresent();
    }

    /** Returns whether all values of the quantifier are evaluated. */
    static boolean isWhole(Expr.ForAll quantifier) {
        return !quantifier.domain().isEmpty()
                || quantifier.variable().abi().flatMap(Enumeration::of).isPresent();
    }

    /** Why the expressions may depend on values that are not evaluated; empty if they do not. */
    static Optional<String> doubt(List<Expr> exprs) {
        return exprs.stream()
                .flatMap(Walk::all)
                .filter(e -> e instanceof Expr.ForAll all && !isWhole(all))
                .map(e -> "the fuzzer cannot show that a forall holds for all values of "
                        + ((Expr.ForAll) e)
                                .variable()
                                .abi()
                                .map(AbiType::canonicalName)
                                .orElse("its type")
                        + ", on which this depends")
                .findFirst();
    }

    /** Like {@link #doubt(List)}, for all expressions of a flow. */
    static Optional<String> doubt(Flow flow) {
        return doubt(flow.expressions());
    }
}
