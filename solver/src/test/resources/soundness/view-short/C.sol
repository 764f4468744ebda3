// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { function odd() external pure returns (uint256) { assembly { mstore(0, 7) return(0, 31) } } uint256 public n; function f() external { n++; } }
