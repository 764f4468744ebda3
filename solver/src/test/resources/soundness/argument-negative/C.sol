// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public zero; uint256 public n; function small(uint256 x) external pure returns (bool) { return x < 10; } function raw(uint8) external pure returns (bool) { assembly { mstore(0, lt(calldataload(4), 10)) return(0, 32) } } function f() external { n++; } }
