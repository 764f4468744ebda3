// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(uint256 => uint256) public m; function set(uint256 v) external { m[0] = v; } function get(uint256 k) external view returns (uint256) { return m[k]; } }
