// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract Child { uint256 public x; function set(uint256 v) external { x = v; } }
contract C { Child public child; constructor() { child = new Child(); } function x() external view returns (uint256) { return child.x(); } }
