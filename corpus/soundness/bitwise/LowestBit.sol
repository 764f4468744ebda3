// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract LowestBit {
    uint256 public power = 2;
    uint256 public filled = 255;
    uint256 public page;

    function set(uint256 n) external {
        require(n & (n - 1) == 0);
        power = n;
    }

    function fill(uint256 x) external {
        filled = x | 255;
        page = x & ~uint256(255);
    }
}
