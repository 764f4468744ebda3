// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract DividedInFile {
    uint256 public divisor = 1;
    uint256 public x;

    function set(uint256 d, uint256 y) external {
        divisor = d;
        x = y;
    }
}
