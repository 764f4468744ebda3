// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint128 public a; uint64 public b; uint64 public d; uint8[4] public arr; mapping(uint8 => uint8) public m; function f(uint256 w) external { assembly { sstore(0, w) } } function g(uint256 i, uint8 v) external { arr[i] = v; } function h(uint256 w) external { assembly { sstore(1, w) } } }
