// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What a protocol asks of a rate limiter. The protocol calls `consume` before value leaves, and goes on if the call
/// returns.
interface ILimiter {
    /// An amount was taken from a user's allowance.
    event Consumed(address indexed user, uint256 amount);

    /// Counts the amount, or reverts.
    function consume(address user, uint256 amount) external;

    /// The most that `consume` would count for the user now.
    function available(address user) external view returns (uint256);
}
