// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract NarrowDeadline {
    uint64 public narrow = type(uint64).max;
    uint256 public wide = type(uint256).max;

    function setNarrow() external { unchecked { narrow = uint64(block.timestamp) + 300_000_000_000_000_000; } }
    function setWide() external { unchecked { wide = block.timestamp + 300_000_000_000_000_000; } }
}
