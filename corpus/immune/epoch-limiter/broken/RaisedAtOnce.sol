// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILimiter} from "../../ILimiter.sol";

/// An epoch limiter whose new limit counts for the running epoch, a higher one too.
contract RaisedAtOnceEpochLimiter is ILimiter {
    uint64 public constant LENGTH = 1 hours;

    /// @notice The protocol that this module serves. Nobody else can use up the limit.
    address public immutable protocol;
    address public immutable governor;
    /// @notice No setting exceeds this.
    uint128 public immutable most;

    /// @dev The limit of the epoch in which it was changed last, and of all later ones.
    uint128 private current;
    uint128 private later;
    /// @dev When the epoch of the last change began.
    uint64 private changed;
    /// @dev When the epoch of the last use began, and what was used in it.
    uint64 private since;
    uint128 private used;

    event Configured(uint128 limit);

    error NotProtocol();
    error NotGovernor();
    error OutOfRange();
    error TooMuch(uint256 amount, uint256 left);

    constructor(address protocol_, address governor_, uint128 limit_) {
        protocol = protocol_;
        governor = governor_;
        (most, current, later) = (limit_, limit_, limit_);
        (changed, since) = (_epoch(), _epoch());
    }

    /// @notice The limit of this epoch.
    function limit() public view returns (uint256) {
        return changed == _epoch() ? current : later;
    }

    /// @notice What was used in this epoch.
    function usedNow() public view returns (uint256) {
        return since == _epoch() ? used : 0;
    }

    /// @inheritdoc ILimiter
    function available(address) public view returns (uint256) {
        (uint256 allowed, uint256 spent) = (limit(), usedNow());
        return spent < allowed ? allowed - spent : 0;
    }

    /// @inheritdoc ILimiter
    function consume(address user, uint256 amount) external {
        if (msg.sender != protocol) revert NotProtocol();
        uint256 left = available(user);
        if (amount > left) revert TooMuch(amount, left);
        (used, since) = (uint128(usedNow() + amount), _epoch());
        emit Consumed(user, amount);
    }

    /// @notice Sets the limit of all later epochs. A lower one counts for the running epoch too.
    function configure(uint128 limit_) external {
        if (msg.sender != governor) revert NotGovernor();
        if (limit_ == 0 || limit_ > most) revert OutOfRange();
        (current, later) = (limit_, limit_);
        changed = _epoch();
        emit Configured(limit_);
    }

    /// @dev When the running epoch began.
    function _epoch() private view returns (uint64) {
        return uint64(block.timestamp - block.timestamp % LENGTH);
    }
}
