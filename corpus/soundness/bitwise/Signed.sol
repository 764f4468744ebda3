// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Computes with signed numbers.
contract Signed {
    int256 public result;
    uint256 public calls;

    function square(int64 x) external pure returns (int256) {
        return int256(x) * x;
    }

    function product(int64 x, int64 y) external pure returns (int256) {
        return int256(x) * y;
    }

    /// Rounds towards zero.
    function half(int64 x) external pure returns (int256) {
        return x / 2;
    }

    /// Rounds down.
    function shifted(int64 x) external pure returns (int256) {
        return x >> 1;
    }

    function rest(int64 x) external pure returns (int256) {
        return x % 10;
    }

    function divide(int256 x, int256 y) external {
        require(x >= -1000 && x <= 1000, "too large");
        result = x / y;
        calls += 1;
    }
}
