// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(uint8 => uint256) public m; uint256 public n; function f(uint256 v) external { n = v; } }
