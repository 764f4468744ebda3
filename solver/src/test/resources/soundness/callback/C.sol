// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
interface I { function hook() external; } contract C { uint256 public n; bool locked; function f() external { n = 1; I(msg.sender).hook(); n = 0; } function g() external { require(n == 1); locked = true; } function isLocked() external view returns (bool) { return locked; } }
