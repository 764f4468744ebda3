// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";

/// The refilling buckets of OpenZeppelin 5.7.0, one for each key, with all their operations open to everyone.
contract OzBucket {
    using RateLimiter for RateLimiter.RefillingBucket;

    RateLimiter.RefillingBucket internal bucket;

    event Consumed(bytes32 indexed key, uint256 amount);

    constructor(uint48 window, uint208 capacity) {
        bucket.updateSettings(window, capacity);
    }

    function consume(bytes32 key, uint256 amount) external {
        bucket.consume(key, amount);
        emit Consumed(key, amount);
    }

    function tryConsume(bytes32 key, uint256 amount) external returns (bool consumed) {
        consumed = bucket.tryConsume(key, amount);
        if (consumed) emit Consumed(key, amount);
    }

    function sync(bytes32 key) external {
        bucket.sync(key);
    }

    function reset(bytes32 key) external {
        bucket.reset(key);
    }

    function updateSettings(uint48 window, uint208 capacity) external {
        bucket.updateSettings(window, capacity);
    }

    function available(bytes32 key) external view returns (uint256) {
        return bucket.available(key);
    }
}
