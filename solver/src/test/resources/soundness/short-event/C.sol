// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { event E(uint256 a); uint256 public n; function f() external { n = 1; bytes32 topic = E.selector; assembly { mstore(0, 5) log1(0, 31, topic) } } }
