// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public last; uint256 public n; function f() external { require(block.timestamp >= last); if (block.timestamp == last) n++; last = block.timestamp; } }
