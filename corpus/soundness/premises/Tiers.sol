// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Prices that depend on the amount alone.
contract Tiers {
    uint256 public bonus;

    function setBonus(uint64 bonus_) external {
        bonus = bonus_;
    }

    function plain(uint128 amount) external pure returns (uint256) {
        return uint256(amount) * 3;
    }

    /// A rebate begins at 7,777 units, and makes more cheaper than less.
    function tiered(uint128 amount) external pure returns (uint256) {
        return amount < 7777e18 ? uint256(amount) / 50 : uint256(amount) / 60;
    }

    /// The same once somebody has set a bonus.
    function granted(uint128 amount) external view returns (uint256) {
        return amount < 4321e18 ? uint256(amount) * 2 : uint256(amount) * 2 - bonus;
    }
}
