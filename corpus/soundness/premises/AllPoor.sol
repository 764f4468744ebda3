// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract AllPoor {
    mapping(address => uint256) public bal;
    uint256 public given;
    uint256 public extra;

    function give(address to, uint64 x) external {
        bal[to] += x;
        given += x;
    }

    function lend(uint64 x) external { extra += x; }
}
