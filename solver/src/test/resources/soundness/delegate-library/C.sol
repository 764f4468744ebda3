// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
library L { struct S { uint256 a; } function set(S storage s, uint256 v) external { s.a = v; } } contract D { uint256 public x; function set(uint256 v) external { x = v; } } contract C { uint256 public x; D public d; constructor() { d = new D(); } function run(uint256 v) external { (bool ok, ) = address(d).delegatecall(abi.encodeWithSignature("set(uint256)", v)); require(ok); } }
