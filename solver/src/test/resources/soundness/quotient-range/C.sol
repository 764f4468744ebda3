// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public y; uint256 public bad;
 function f(uint256 a) external { if (a <= 10) { y = a / 3; } else if (a / 3 > 100) { bad = 1; } } }
