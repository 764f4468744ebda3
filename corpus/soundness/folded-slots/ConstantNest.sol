// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ConstantNest {
    mapping(uint256 => mapping(uint256 => uint256)) public cells;
    uint256 public here;
    uint256 public there;

    function addHere(uint64 x) external {
        cells[1][2] += x;
        here += x;
    }

    function addThere(uint64 x) external {
        cells[2][1] += x;
        there += x;
    }

    function addAny(uint256 k, uint64 x) external {
        cells[2][k] += x;
        there += x;
    }
}
