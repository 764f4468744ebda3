// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { struct S { uint256[17] pad; uint256 x; } mapping(address => S) m; uint256 public n; constructor() { m[msg.sender].x = 5; } function f() external { n++; } }
