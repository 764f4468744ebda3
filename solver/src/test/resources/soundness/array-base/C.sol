// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256[] public a; constructor() { a.push(9); } function clear() external { a[0] = 0; } function get(uint256 k) external view returns (uint256) { return a[k]; } }
