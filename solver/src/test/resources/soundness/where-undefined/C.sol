// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; function v() external view returns (uint256) { require(n > 100); return 0; } function f(uint256 x) external { n = x; } }
