// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Exchange, Ticks} from "../Exchange.sol";
import {ITicks, IVolatilityBreaker} from "../VolatilityBreaker.sol";

/// A breaker that compares a move itself with the variance.
contract NotSquaredBreaker is IVolatilityBreaker {
    /// @notice Five standard deviations, squared.
    uint256 public constant SQUARED = 25;
    /// @notice The variance is kept between these: noise does not trip it, and nobody can tire it by shaking the price.
    uint256 public constant LEAST = 100;
    uint256 public constant MOST = 2_500;
    /// @notice A sample counts for so much of the variance: one in sixteen.
    uint256 public constant WEIGHT = 16;
    uint256 public constant INTERVAL = 1 minutes;
    uint256 public constant HALT = 1 hours;
    /// @notice How far the price can be from the anchor, and how long an anchor stays at least.
    uint256 public constant DRIFT = 1_000;
    uint256 public constant STAY = 1 days;

    ITicks public immutable feed;

    uint32 public last;
    uint32 public anchor;
    uint64 public sampled;
    uint64 public anchored;
    uint128 public until;
    uint128 public variance;

    event Sampled(uint256 tick, uint256 move, uint256 variance);
    event Tripped(uint256 tick, uint256 move);
    event Anchored(uint256 tick);

    constructor(ITicks feed_) {
        feed = feed_;
        (last, anchor) = (feed_.tick(), feed_.tick());
        (sampled, anchored) = (uint64(block.timestamp), uint64(block.timestamp));
        variance = uint128(MOST);
    }

    /// @notice Whether everything is halted after a large move.
    function halted() public view returns (bool) {
        return block.timestamp < until;
    }

    /// @inheritdoc IVolatilityBreaker
    function calm() external view returns (bool) {
        return !halted() && !_isLarge(feed.tick());
    }

    /// @notice Takes a sample, or trips. During a halt it does nothing.
    function poke() external {
        uint32 tick = feed.tick();
        if (halted()) return;
        if (_isLarge(tick)) {
            until = uint128(block.timestamp + HALT);
            emit Tripped(tick, _distance(tick, last));
            _anchor(tick);
            (last, sampled, variance) = (tick, uint64(block.timestamp), uint128(MOST));
        } else if (block.timestamp >= sampled + INTERVAL) {
            _sample(tick);
            if (block.timestamp >= anchored + STAY) _anchor(tick);
        }
    }

    function _sample(uint32 tick) private {
        uint256 move = _distance(tick, last);
        uint256 next = (variance * (WEIGHT - 1) + move * move) / WEIGHT;
        variance = uint128(next < LEAST ? LEAST : next > MOST ? MOST : next);
        (last, sampled) = (tick, uint64(block.timestamp));
        emit Sampled(tick, move, variance);
    }

    function _anchor(uint32 tick) private {
        (anchor, anchored) = (tick, uint64(block.timestamp));
        emit Anchored(tick);
    }

    function _isLarge(uint32 tick) private view returns (bool) {
        uint256 move = _distance(tick, last);
        return move > SQUARED * variance || _distance(tick, anchor) > DRIFT;
    }

    function _distance(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a - b : b - a;
    }
}
