// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(uint256 => uint256) public m; uint256 public n; constructor() { m[7] = 5; } function f() external { n++; } }
