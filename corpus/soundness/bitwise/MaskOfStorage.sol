// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract MaskOfStorage {
    uint256 public word;
    uint256 public mask;
    uint256 public low;
    uint256 public high;
    uint256 public seen;

    function set(uint256 w, uint256 m) external {
        word = w;
        mask = m;
    }

    function split() external {
        if (word < 16) low = word & mask;
        else high = word & mask;
    }

    function look() external {
        if (word & mask > 15) seen = 1;
    }
}
