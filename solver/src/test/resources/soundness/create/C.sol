// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract D { uint256 public x = 5; } contract C { uint256 public n; address public last; function f() external { D d = new D(); last = address(d); n = d.x(); } function g(bytes32 s) external { D d = new D{salt: s}(); last = address(d); } }
