// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public bad; function f() external { assembly { returndatacopy(not(0), 0, 0) sstore(0, 1) } } }
