// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; function half() external view returns (uint256) { require(n < 2); return 1; } function quotient() external view returns (uint256) { return 10 / (2 - n); } function f() external { n++; } }
