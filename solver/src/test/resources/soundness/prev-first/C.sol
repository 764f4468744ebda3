// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n = 5; function f(uint256 x) external { require(x > n); n = x; } }
