// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title The tap with a check that somebody wrote by hand
contract HandTap {
    struct Bucket {
        uint64 time;
        uint192 level;
    }

    mapping(address user => uint256) public points;
    mapping(address user => Bucket) private buckets;

    event Drawn(address indexed to, uint256 amount);

    error TooMuch();

    function draw(address to, uint256 amount) external {
        points[to] += amount;
        emit Drawn(to, amount);
        Bucket memory bucket = buckets[to];
        uint256 drained = (block.timestamp - bucket.time) * 1e14;
        uint256 level = (bucket.level > drained ? bucket.level - drained : 0) + amount;
        if (level > 50 ether + 1e14) revert TooMuch();
        buckets[to] = Bucket(uint64(block.timestamp), uint192(level));
    }
}
