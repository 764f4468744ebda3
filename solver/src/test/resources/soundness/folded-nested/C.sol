// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(uint256 => mapping(address => uint256)) public m; function set(uint256 v) external { m[0][msg.sender] = v; } function get(uint256 k, address u) external view returns (uint256) { return m[k][u]; } }
