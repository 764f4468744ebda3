// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {RateLimiter} from "ccip-1.5.0/src/v0.8/ccip/libraries/RateLimiter.sol";

/// One token bucket of CCIP 1.5.0, with its two operations open to everyone.
contract CcipBucket150 {
    using RateLimiter for RateLimiter.TokenBucket;

    RateLimiter.TokenBucket internal bucket;

    constructor(RateLimiter.Config memory config) {
        bucket = RateLimiter.TokenBucket({
            tokens: config.capacity,
            lastUpdated: uint32(block.timestamp),
            isEnabled: config.isEnabled,
            capacity: config.capacity,
            rate: config.rate
        });
    }

    function consume(uint256 amount) external {
        bucket._consume(amount, address(0));
    }

    function configure(RateLimiter.Config memory config) external {
        bucket._setTokenBucketConfig(config);
    }
}
