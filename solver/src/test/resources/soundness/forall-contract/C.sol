// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(address => uint256) public m; function f(address a) external { require(a != msg.sender); m[a] = 1; } function g() external { m[address(this)] = 2; } }
