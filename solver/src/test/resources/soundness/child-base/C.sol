// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract Child { address immutable owner; mapping(address => uint256) public bal; constructor(address a) { owner = msg.sender; bal[a] = 5; } function set(address a, uint256 v) external { require(msg.sender == owner); bal[a] = v; } }
contract C { Child public child; constructor() { child = new Child(msg.sender); } function clear(address u) external { child.set(u, 0); } function balOf(address u) external view returns (uint256) { return child.bal(u); } }
