// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";

/// The sliding windows of OpenZeppelin 5.7.0, one for each key. The library is internal: this opens its operations to everyone.
contract OzWindow {
    using RateLimiter for RateLimiter.SlidingWindow;

    RateLimiter.SlidingWindow internal limiter;

    event Consumed(bytes32 indexed key, uint256 amount);

    constructor(uint48 window, uint208 limit) {
        limiter.updateSettings(window, limit);
    }

    function consume(bytes32 key, uint256 amount) external {
        limiter.consume(key, amount);
        emit Consumed(key, amount);
    }

    function tryConsume(bytes32 key, uint256 amount) external returns (bool consumed) {
        consumed = limiter.tryConsume(key, amount);
        if (consumed) emit Consumed(key, amount);
    }

    function reset(bytes32 key) external {
        limiter.reset(key);
    }

    function updateSettings(uint48 window, uint208 limit) external {
        limiter.updateSettings(window, limit);
    }

    /// Makes the window longer, and changes nothing else.
    function raiseWindow(uint48 window) external {
        require(window > limiter._window, "not longer");
        limiter.updateSettings(window, limiter._limit);
    }

    function available(bytes32 key) external view returns (uint256) {
        return limiter.available(key);
    }
}
