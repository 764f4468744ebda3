// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Standing {
    uint256 public start = block.timestamp;
    uint256 public n;

    function touch() external {
        if (block.timestamp > start) n = 1;
    }
}
