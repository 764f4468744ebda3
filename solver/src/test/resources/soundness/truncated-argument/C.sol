// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
pragma abicoder v1;
contract C { uint256 public n; function f(uint8) external { assembly { if eq(calldataload(4), 5) { revert(0, 0) } sstore(0, 1) stop() } } }
