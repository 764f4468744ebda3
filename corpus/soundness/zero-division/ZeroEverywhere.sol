// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ZeroEverywhere {
    uint256 public divisor;
    uint256 public n;

    function run(uint256 x) external {
        uint256 d = divisor;
        uint256 r;
        assembly { r := add(div(x, d), mod(div(x, d), d)) }
        if (r == 0) n = 1;
        else n = 2;
    }
}
