// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What a protocol asks of a pause before anything leaves it.
interface IPause {
    function paused() external view returns (bool);
}

/// @title A pause that ends by itself
/// @notice The guardian, who watches, can stop what asks this module. A pause lasts an hour at least, so that there is
/// time to look, and three days at most, whatever the guardian does. After it the protocol rests: for a day it cannot
/// be paused again.
contract Pause is IPause {
    uint64 public constant SHORTEST = 1 hours;
    uint64 public constant LONGEST = 3 days;
    uint64 public constant REST = 1 days;

    address public immutable guardian;

    /// @notice When the latest pause began, and when it ends or ended.
    uint128 public since;
    uint128 public until;

    event Paused(uint256 until);
    event Resumed();

    error NotGuardian();
    error Resting(uint256 until);
    error NotPaused();
    error TooEarly(uint256 until);

    modifier onlyGuardian() {
        if (msg.sender != guardian) revert NotGuardian();
        _;
    }

    constructor(address guardian_) {
        guardian = guardian_;
    }

    /// @inheritdoc IPause
    function paused() public view returns (bool) {
        return block.timestamp < until;
    }

    /// @notice Begins a pause.
    function pause() external onlyGuardian {
        uint256 rested = uint256(until) + REST;
        if (block.timestamp < rested) revert Resting(rested);
        (since, until) = (uint128(block.timestamp), uint128(block.timestamp) + LONGEST);
        emit Paused(until);
    }

    /// @notice Ends the pause before its time.
    function resume() external onlyGuardian {
        if (!paused()) revert NotPaused();
        uint256 earliest = uint256(since) + SHORTEST;
        if (block.timestamp < earliest) revert TooEarly(earliest);
        until = uint128(block.timestamp);
        emit Resumed();
    }
}
