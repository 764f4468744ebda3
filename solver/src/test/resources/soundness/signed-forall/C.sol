// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(int256 => uint256) public m; function set(int256 k, uint256 v) external { m[k] = v; } }
