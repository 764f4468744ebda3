// SPDX-License-Identifier: MIT
pragma solidity ^0.8.22;

import {RateLimiter} from "layerzero-0.0.1/contracts/oapp/utils/RateLimiter.sol";

/// The limiter of LayerZero's OApp 0.0.1. It is abstract: this opens its operations to everyone, and tells of what goes out.
contract LayerZero001 is RateLimiter {
    event Sent(uint32 indexed eid, uint256 amount);

    function setRateLimits(RateLimitConfig[] memory configs) external {
        _setRateLimits(configs);
    }

    /// One limit, since a call with a list is a loop of any length.
    function setRateLimit(RateLimitConfig memory config) external {
        RateLimitConfig[] memory configs = new RateLimitConfig[](1);
        configs[0] = config;
        _setRateLimits(configs);
    }

    function outflow(uint32 eid, uint256 amount) external {
        _checkAndUpdateRateLimit(eid, amount);
        if (amount > 0) emit Sent(eid, amount);
    }
}
