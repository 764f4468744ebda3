// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { struct S { mapping(uint256 => uint256) m; } bytes32 constant LOC = 0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00; function _s() private pure returns (S storage $) { assembly { $.slot := LOC } } function set(uint256 v) external { _s().m[3] = v; } function get(uint256 k) external view returns (uint256) { return _s().m[k]; } }
