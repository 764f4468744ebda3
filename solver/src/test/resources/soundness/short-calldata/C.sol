// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; uint256 public size; function f(uint256, uint256) external { assembly { sstore(0, calldataload(0x24)) sstore(1, calldatasize()) } } function g() external { assembly { sstore(1, calldatasize()) } } fallback() external { size = msg.data.length; } }
