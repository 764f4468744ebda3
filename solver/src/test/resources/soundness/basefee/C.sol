// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public stored; function fee() external view returns (uint256) { return block.basefee; } function f() external { stored = block.basefee; } }
