// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ConstantKey {
    uint256 constant TREASURY = 7;
    mapping(uint256 => uint256) public held;
    uint256 public total;
    uint256 public careless;

    function pay(uint64 x) external {
        held[TREASURY] += x;
        total += x;
        careless += x;
    }

    function credit(uint256 k, uint64 x) external {
        held[k] += x;
        total += x;
    }

    function spend(uint64 x) external {
        held[TREASURY] -= x;
        total -= x;
    }
}
