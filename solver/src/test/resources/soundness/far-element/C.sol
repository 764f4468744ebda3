// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(address => uint256[20]) m; uint256 public n; constructor() { m[msg.sender][17] = 5; } function f() external { n++; } }
