// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract OrIsNoMaximum {
    uint256 public either;
    uint256 public large;

    function join(uint256 a, uint256 b) external {
        require(a <= 40 && b <= 40);
        either = a | b;
    }

    function free(uint256 a, uint256 b) external {
        if (a | b > 63) large++;
    }
}
