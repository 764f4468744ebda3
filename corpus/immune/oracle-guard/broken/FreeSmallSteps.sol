// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// Compiled with it.
import {Feed, Market} from "../Market.sol";

/// What the guard asks of a price feed.
interface IFeed {
    /// The latest price and when it was reported.
    function latest() external view returns (uint128 price, uint64 time);
}

/// What a protocol asks of the guard before it lends, liquidates or swaps.
interface IOracleGuard {
    /// The price, or a revert where it cannot be trusted.
    function price() external view returns (uint256);
}

/// A guard that rounds the cost of a step down: small steps cost nothing.
contract FreeSmallStepsOracleGuard is IOracleGuard {
    uint256 private constant ONE = 1e6;
    /// @notice A price that is older is not passed on.
    uint256 public constant FRESH = 1 hours;
    /// @notice How far a price may be from the anchor, in millionths of the anchor.
    uint256 public constant BAND = 20_000;
    /// @notice How far the anchor can move at once, and how much more each second.
    uint256 public constant CAPACITY = 50_000;
    uint256 public constant RATE = 10;
    /// @notice The anchor does not fall below this, where its steps would be nothing. A price below it does not pass.
    uint256 public constant LOWEST = ONE;

    IFeed public immutable feed;

    uint128 public anchor;
    /// @dev How much of the capacity was used at a time. It has become less since.
    uint64 private used;
    uint64 private time;

    event Moved(uint256 from, uint256 to, uint256 cost);

    error Stale(uint256 time);
    error Deviates(uint256 price, uint256 anchor);

    constructor(IFeed feed_, uint128 anchor_) {
        feed = feed_;
        anchor = anchor_;
    }

    /// @inheritdoc IOracleGuard
    function price() external view returns (uint256) {
        uint256 reported = _fresh();
        uint256 distance = reported > anchor ? reported - anchor : anchor - reported;
        if (distance * ONE > anchor * BAND) revert Deviates(reported, anchor);
        return reported;
    }

    /// @notice How far the anchor can move now.
    function room() public view returns (uint256) {
        uint256 regained = (block.timestamp - time) * RATE;
        return CAPACITY - (regained < used ? used - regained : 0);
    }

    /// @notice Moves the anchor to the price of the feed, or as far towards it as it can go now.
    function follow() external {
        uint256 target = _fresh();
        if (target < LOWEST) target = LOWEST;
        uint256 from = anchor;
        uint256 left = room();
        uint256 most = from * left / ONE;
        uint256 distance = target > from ? target - from : from - target;
        uint256 step = distance < most ? distance : most;
        uint256 cost = step * ONE / from;
        (used, time) = (uint64(CAPACITY - left + cost), uint64(block.timestamp));
        anchor = uint128(target > from ? from + step : from - step);
        emit Moved(from, anchor, cost);
    }

    function _fresh() private view returns (uint256) {
        (uint128 reported, uint64 at) = feed.latest();
        if (block.timestamp > at + FRESH) revert Stale(at);
        return reported;
    }
}
