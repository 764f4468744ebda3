// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILimiter} from "../../ILimiter.sol";

/// A sliding limiter that brings all that counts into the slot of the last use: a use of nothing keeps it there.
contract DustKeepsSlidingLimiter is ILimiter {
    uint64 public constant SLOT = 20 minutes;

    /// @notice The protocol that this module serves. Nobody else can use up the limit.
    address public immutable protocol;
    address public immutable governor;
    /// @notice No setting exceeds this.
    uint128 public immutable most;

    /// @dev What was used in the slot of the last use, and in the three before it. The ring turns by shifting: four
    /// numbers in two words of storage are cheaper to move than four words are to read.
    uint128 private first;
    uint128 private second;
    uint128 private third;
    uint128 private fourth;
    /// @dev The limit of the slot in which it was changed last, and of all later ones.
    uint128 private current;
    uint128 private later;
    /// @dev When the slot of the last use began, and that of the last change.
    uint64 private since;
    uint64 private changed;

    event Configured(uint128 limit);

    error NotProtocol();
    error NotGovernor();
    error OutOfRange();
    error TooMuch(uint256 amount, uint256 left);

    constructor(address protocol_, address governor_, uint128 limit_) {
        protocol = protocol_;
        governor = governor_;
        (most, current, later) = (limit_, limit_, limit_);
        (since, changed) = (_slot(), _slot());
    }

    /// @notice The limit of this slot.
    function limit() public view returns (uint256) {
        return changed == _slot() ? current : later;
    }

    /// @notice What was used in this slot and in the three before it.
    function usedNow() public view returns (uint256) {
        (uint256 a, uint256 b, uint256 c, uint256 d) = _turned();
        return a + b + c + d;
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
        (first, second, third, fourth) = (uint128(usedNow() + amount), 0, 0, 0);
        since = _slot();
        emit Consumed(user, amount);
    }

    /// @notice Sets the limit of all later slots. A lower one counts for the running slot too.
    function configure(uint128 limit_) external {
        if (msg.sender != governor) revert NotGovernor();
        if (limit_ == 0 || limit_ > most) revert OutOfRange();
        uint256 running = limit();
        (current, later) = (uint128(running < limit_ ? running : limit_), limit_);
        changed = _slot();
        emit Configured(limit_);
    }

    /// @dev When the running slot began.
    function _slot() private view returns (uint64) {
        return uint64(block.timestamp - block.timestamp % SLOT);
    }

    /// @dev What was used in this slot and in each of the three before it, as of now.
    function _turned() private view returns (uint256, uint256, uint256, uint256) {
        uint256 passed = _slot() - since;
        if (passed == 0) return (first, second, third, fourth);
        if (passed == SLOT) return (0, first, second, third);
        if (passed == 2 * SLOT) return (0, 0, first, second);
        if (passed == 3 * SLOT) return (0, 0, 0, first);
        return (0, 0, 0, 0);
    }
}
