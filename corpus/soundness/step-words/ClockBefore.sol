// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ClockBefore {
    uint256 public since = block.timestamp;
    uint256 public at = block.number;

    function age() external view returns (uint256) { return block.timestamp - since; }
    function blocks() external view returns (uint256) { return block.number - at; }

    function reset() external {
        since = block.timestamp;
        at = block.number;
    }
}
