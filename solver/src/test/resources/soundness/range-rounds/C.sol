// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public cap = 100; uint256 public fee; function setCap(uint256 v) external { cap = v; } function pay(uint256 a) external { require(a <= cap); uint256 x = a / 10; fee = x > 10 ? x : 10; } }
