// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Bounds what leaves: so much at once, and as much again in each day after that.
abstract contract Bucket {
    uint256 public immutable capacity;
    uint256 private level;
    uint256 private updated = block.timestamp;

    constructor(uint256 capacity_) {
        capacity = capacity_;
    }

    function spend(uint256 amount) internal {
        uint256 drained = capacity / 1 days * (block.timestamp - updated);
        uint256 total = (level > drained ? level - drained : 0) + amount;
        require(total <= capacity, "too much today");
        (level, updated) = (total, block.timestamp);
    }
}
