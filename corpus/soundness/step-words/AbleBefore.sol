// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract AbleBefore {
    uint256 public deadline = block.timestamp + 1000;
    uint256 public n;

    function use() external {
        require(block.timestamp <= deadline);
        n = 1;
    }

    function extendAndUse() external {
        if (block.timestamp > deadline) deadline = block.timestamp;
        n = 2;
    }
}
