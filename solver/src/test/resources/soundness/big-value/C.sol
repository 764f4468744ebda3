// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public last; function f() external payable { last = msg.value; } }
