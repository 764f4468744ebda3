// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Desk, Measures} from "../Desk.sol";
import {IHaircut, IVolatility} from "../Haircut.sol";

/// A haircut that can be adjusted as often as somebody likes: each time by five points.
contract OftenHaircut is IHaircut {
    uint256 public constant LEAST = 10;
    uint256 public constant MOST = 60;
    uint256 public constant STEP = 5;
    uint256 public constant NOTICE = 3 days;

    IVolatility public immutable source;

    uint64 public current;
    uint64 public next;
    /// @notice When the next value takes effect, and when it was announced.
    uint128 public since;
    uint128 public noticed;

    event Announced(uint256 value, uint256 since);

    constructor(IVolatility source_) {
        source = source_;
        (current, next) = (uint64(LEAST), uint64(LEAST));
    }

    /// @inheritdoc IHaircut
    function value() public view returns (uint256) {
        return block.timestamp >= since ? next : current;
    }

    /// @inheritdoc IHaircut
    function announced() external view returns (uint256) {
        uint256 now_ = value();
        return next > now_ ? next : now_;
    }

    /// @notice What the haircut goes to, by its steps: half of the band for the variance, and half for the correlation.
    /// What is out of range is measured wrongly, and nothing to rely on.
    function target() public view returns (uint256) {
        (uint256 variance, uint256 correlation) = source.volatility();
        if (variance > 2_500 || correlation > 100) return MOST;
        return LEAST + (variance + 25 * correlation) / 100;
    }

    /// @notice Takes one step towards the target.
    function adjust() external {
        (uint256 from, uint256 to) = (value(), target());
        current = uint64(from);
        noticed = uint128(block.timestamp);
        if (to > from) {
            next = uint64(to > from + STEP ? from + STEP : to);
            since = uint128(block.timestamp + NOTICE);
        } else {
            next = uint64(to + STEP < from ? from - STEP : to);
            since = uint128(block.timestamp);
        }
        emit Announced(next, since);
    }
}
