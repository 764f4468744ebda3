// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(bytes32 => uint256) public m; function set(uint256 v) external { m[keccak256("R2")] = v; } function get(bytes32 k) external view returns (uint256) { return m[k]; } function r2() external pure returns (uint256) { return 0; } }
