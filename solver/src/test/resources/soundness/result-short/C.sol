// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; function f() external returns (uint256) { n = 1; assembly { mstore(0, 0) return(0, 31) } } }
