// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { event Out(uint256 a); uint256 public zero; uint256 public n; function gone() external view returns (uint256) { require(n > 1000000); return 1; } function pay(uint256 a) external { n = a % 2; emit Out(a); } }
