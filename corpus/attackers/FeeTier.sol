// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Fees by tiers whose bounds nobody can read: they are counted from a seed. One tier is too dear.
contract FeeTiers {
    uint256 private immutable seed;
    bool private immutable careful;
    uint256 public volume;
    uint256 public fees;
    uint256 public highest;

    constructor(uint256 s, bool c) {
        seed = s;
        careful = c;
    }

    function trade(uint256 amount) external {
        require(amount > 0 && amount < 1e30, "amount");
        uint256 fee = feeOf(amount);
        volume += amount;
        fees += amount * fee / 10_000;
        if (fee > highest) highest = fee;
    }

    function feeOf(uint256 amount) private view returns (uint256) {
        uint256 bound = seed * seed % 1e24;
        if (amount < bound) return 30;
        if (amount == bound + 77) return careful ? 30 : 3_000;
        if (amount < 2 * bound) return 20;
        return 10;
    }
}
