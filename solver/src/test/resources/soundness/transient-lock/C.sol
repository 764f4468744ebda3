// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; uint256 public depth; function f() external { assembly { if tload(0) { sstore(1, 1) } tstore(0, 1) } n++; } function g() external { assembly { tstore(0, 0) } } }
