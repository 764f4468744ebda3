// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract XorOfTwo {
    uint256 public mixed;
    uint256 public equals;
    uint256 public unequal;

    function mix(uint256 a, uint256 b) external {
        require(a <= 40 && b <= 40);
        mixed = a ^ b;
    }

    function same(uint256 a, uint256 b) external {
        if (a ^ b == 0) equals++;
        else if (a ^ b > 63) unequal++;
    }
}
