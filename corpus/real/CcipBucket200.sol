// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {RateLimiter} from "ccip-2.0.0/contracts/libraries/RateLimiter.sol";

/// One token bucket of CCIP 2.0.0, with its two operations open to everyone.
contract CcipBucket200 {
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
