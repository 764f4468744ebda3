// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Computes and branches, and touches neither storage nor, within its loops, memory: 256-bit products, quotients and
/// remainders of operands of every size, as pricing code has them.
contract Numeric {
    uint256 private constant ONE = 1e18;

    /// n rounds on pseudo-random operands.
    /// @return digest depends on every result
    function run(uint256 n) external pure returns (uint256 digest) {
        uint256 seed = 0x9e3779b97f4a7c15f39cc0605cedc8341082276bf3a27251f86c6a11d0c18e95;
        for (uint256 i = 0; i < n; i++) {
            seed = next(seed);
            digest ^= root(seed >> (i % 256));
            digest += gcd(seed >> 128, (digest >> 64) | 1);
            digest ^= fraction(seed, digest | ONE, (seed >> 1) | (1 << 255));
            digest += compound(ONE + seed % 1e15, i % 64);
            unchecked {
                digest = digest * 31 + collatz((seed >> 240) + 1);
            }
            digest >>= 2; // the checked sums above have room
        }
    }

    /// Marsaglia's xorshift, with shifts for 256 bits.
    function next(uint256 x) internal pure returns (uint256) {
        x ^= x << 107;
        x ^= x >> 151;
        return x ^ (x << 69);
    }

    /// The integer square root, by Newton's iteration from above.
    function root(uint256 x) internal pure returns (uint256 y) {
        if (x < 2) return x;
        y = 1;
        for (uint256 rest = x; rest > 0; rest >>= 2) y <<= 1;
        for (uint256 z = (y + x / y) / 2; z < y; z = (y + x / y) / 2) y = z;
    }

    /// Euclid's algorithm.
    function gcd(uint256 a, uint256 b) internal pure returns (uint256) {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    /// x * y mod m and (x + y) mod m, through the instructions that do not overflow.
    function fraction(uint256 x, uint256 y, uint256 m) internal pure returns (uint256) {
        return mulmod(x, y, m) ^ addmod(x, y, m);
    }

    /// rate to the power of n in fixed point, by squaring, with checked arithmetic.
    function compound(uint256 rate, uint256 n) internal pure returns (uint256 result) {
        result = ONE;
        for (; n > 0; n >>= 1) {
            if (n & 1 == 1) result = (result * rate) / ONE;
            rate = (rate * rate) / ONE;
        }
    }

    /// How many steps x takes to 1, forty at most: a branch that no one predicts.
    function collatz(uint256 x) internal pure returns (uint256 steps) {
        while (x > 1 && steps < 40) {
            x = x % 2 == 0 ? x / 2 : 3 * x + 1;
            steps++;
        }
    }
}
