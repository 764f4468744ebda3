// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract TwoMappings {
    mapping(uint256 => uint256) public a;
    mapping(uint256 => uint256) public b;
    uint256 public totalB;

    constructor() {
        a[1] = 50;
        b[1] = 8;
        totalB = 8;
    }

    function move(uint256 x) external {
        a[1] -= x;
        b[1] += x;
        totalB += x;
    }
}
