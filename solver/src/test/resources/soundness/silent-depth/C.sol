// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; function touch() external { n = n + 1; } function ping(uint256 x) external {} }
