// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ITicks, IVolatilityBreaker} from "./VolatilityBreaker.sol";

/// A feed whose reporter may report anything at any time, as a feed does that has been taken over.
contract Ticks is ITicks {
    address public immutable reporter;
    uint32 public tick;

    constructor(uint32 tick_) {
        reporter = msg.sender;
        tick = tick_;
    }

    function report(uint32 tick_) external {
        require(msg.sender == reporter);
        tick = tick_;
    }
}

/// A small exchange behind the breaker.
contract Exchange {
    ITicks public immutable feed;
    IVolatilityBreaker public immutable breaker;

    event Traded(address indexed user, uint256 tick, uint256 amount);

    error NotCalm();

    constructor(ITicks feed_, IVolatilityBreaker breaker_) {
        (feed, breaker) = (feed_, breaker_);
    }

    function trade(uint256 amount) external {
        if (!breaker.calm()) revert NotCalm();
        emit Traded(msg.sender, feed.tick(), amount);
    }
}
