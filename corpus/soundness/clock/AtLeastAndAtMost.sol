// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract AtLeastAndAtMost {
    uint256 public last = block.timestamp;
    uint256 public other;

    function mark() external { last = block.timestamp; }
    function pass() external { other = block.timestamp; }
}
