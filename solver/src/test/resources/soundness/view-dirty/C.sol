// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { function flag() external pure returns (bool) { assembly { mstore(0, 2) return(0, 32) } } function small() external pure returns (uint8) { assembly { mstore(0, 300) return(0, 32) } } function signed() external pure returns (int8) { assembly { mstore(0, 255) return(0, 32) } } uint256 public n; function f() external { n++; } }
