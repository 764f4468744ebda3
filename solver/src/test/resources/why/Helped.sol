// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// One claim rests on another, which is false, but only after a thousand transactions.
contract Helped {
    uint256 public small;
    uint256 public large;
    uint256 public step;
    function add() external { large += 1000 - small; small += step; }
    function grow() external { require(step < 1000); step += small / 500; }
    function set(uint256 s) external { require(s * s * s < 30); step = s; }
}
