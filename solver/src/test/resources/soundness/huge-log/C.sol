// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public bad; function f() external { assembly { log0(shl(200, 1), 0) sstore(0, 1) } } }
