// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract MoveToOneself {
    mapping(uint256 => uint64) public stale;
    mapping(uint256 => uint64) public fresh;

    constructor() {
        stale[1] = 100;
        fresh[1] = 100;
    }

    function moveStale(uint256 a, uint256 b, uint64 x) external {
        uint64 left = stale[a] - x;
        uint64 right = stale[b] + x;
        stale[a] = left;
        stale[b] = right;
    }

    function moveFresh(uint256 a, uint256 b, uint64 x) external {
        fresh[a] -= x;
        fresh[b] += x;
    }
}
