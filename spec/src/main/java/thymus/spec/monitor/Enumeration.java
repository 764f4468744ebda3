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
 * Which domains of {@code forall} are gone over in full at run time: those that are listed, and types of a byte at most. Of
 * larger ones only values that were seen are looked at: they can show that a {@code forall} is false, never that it is true.
 */
public final class Enumeration {
    private static final int BYTE = 8;

    private Enumeration() {}

    /** Every value of a type that has 256 of them at most. */
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

    /** The least value of a type, 1, and the greatest: looked at wherever only some values are. */
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

    /** Whether the value is looked at only because it is an end of its type; 0 is not, because it says much of most states. */
    static boolean isEnd(Variable variable, BigInteger value) {
        return value.signum() != 0
                && variable.abi()
                        .filter(t -> of(t).isEmpty() && ends(t).contains(value))
                        .isPresent();
    }

    /** Whether every value that the quantifier speaks of is looked at. */
    static boolean isWhole(Expr.ForAll quantifier) {
        return !quantifier.domain().isEmpty()
                || quantifier.variable().abi().flatMap(Enumeration::of).isPresent();
    }

    /** Why the expressions may depend on values that nobody looks at; empty if they do not. */
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

    /** As {@link #doubt(List)}, for all that makes an occurrence of a flow. */
    static Optional<String> doubt(Flow flow) {
        return doubt(flow.expressions());
    }
}
