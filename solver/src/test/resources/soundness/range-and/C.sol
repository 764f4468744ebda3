// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public y; uint256 public bad;
 function f(uint256 a, uint256 b) external { if (a <= 10) { y = a & b; } else if (a & b > 100) { bad = 1; } } }
