// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
pragma abicoder v1; contract C { address public who; uint256 public raw; bool public flag; function f(address, bool) external { assembly { sstore(1, calldataload(4)) sstore(2, calldataload(0x24)) sstore(0, calldataload(4)) } } }
