// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Bounds what leaves within a day of the clock: what leaves around midnight can be twice as much.
abstract contract DailyLimit {
    uint256 public immutable most;
    uint256 private since;
    uint256 private used;

    constructor(uint256 most_) {
        most = most_;
    }

    function spend(uint256 amount) internal {
        uint256 day = block.timestamp - block.timestamp % 1 days;
        uint256 total = (since == day ? used : 0) + amount;
        require(total <= most, "too much today");
        (since, used) = (day, total);
    }
}
