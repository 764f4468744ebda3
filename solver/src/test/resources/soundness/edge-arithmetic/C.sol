// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; int256 public s; function f(uint256 a, uint256 b) external { unchecked { n = a + b; s = int256(a) - int256(b); } } function g(uint256 a) external { unchecked { n = a * 2; } } function h(int256 a) external { unchecked { s = -a; } } function k(uint256 a, uint8 b) external { n = a << b; } }
