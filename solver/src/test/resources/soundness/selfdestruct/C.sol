// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; function f() external { n = 1; } function die() external { selfdestruct(payable(msg.sender)); } }
