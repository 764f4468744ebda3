// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public bad; function f() external { assembly { sstore(0, 1) return(not(0), 0) } } }
