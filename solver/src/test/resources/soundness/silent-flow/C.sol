// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public last; function touch() external { require(block.timestamp >= last + 1 hours); last = block.timestamp; } function ping(uint256 x) external {} }
