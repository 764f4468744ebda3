package thymus.ci.guard;

import java.math.BigInteger;

/** The types in which the generated source computes. */
enum Sort {
    UNSIGNED("uint256"),
    SIGNED("int256"),
    TRUTH("bool"),
    ADDRESS("address");

    static final BigInteger MOST_UNSIGNED = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    static final BigInteger MOST_SIGNED = BigInteger.TWO.pow(255).subtract(BigInteger.ONE);
    static final BigInteger LEAST_SIGNED = BigInteger.TWO.pow(255).negate();

    private final String solidity;

    Sort(String solidity) {
        this.solidity = solidity;
    }

    String solidity() {
        return solidity;
    }

    BigInteger least() {
        return this == SIGNED ? LEAST_SIGNED : BigInteger.ZERO;
    }

    BigInteger greatest() {
        return this == SIGNED ? MOST_SIGNED : MOST_UNSIGNED;
    }
}
