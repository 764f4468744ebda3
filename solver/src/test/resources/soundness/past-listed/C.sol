// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

// The owner moves to an address that never was a member.
contract C {
    address public owner;
    mapping(address => bool) public member;
    uint64 public open;

    constructor() {
        owner = msg.sender;
        member[msg.sender] = true;
    }

    function enter(uint128 p, uint64 q) external {
        require(uint256(p) * 1_000_003 + q == 98_765_432_123_456_789 * 1_000_003 + 4_077 && q < 1_000_003);
        open = 1;
    }

    function move(address to) external {
        require(open == 1);
        owner = to;
    }

    function touch() external {}
}
