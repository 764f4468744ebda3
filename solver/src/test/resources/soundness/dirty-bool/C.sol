// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { bool public b; uint256 public n; function f() external { assembly { sstore(0, 2) } } function g() external { n++; } }
