// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(string => uint256) m; function set(string calldata s) external { m[s] = 1; } function empty() external view returns (uint256) { return m[""]; } }
