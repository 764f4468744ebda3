// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { event Out(uint256 amount); int256 public w = 5; function setw(int256 v) external { w = v; } function pay(uint256 a) external { emit Out(a); } }
