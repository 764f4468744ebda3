// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 n; uint256[] a; constructor() { a.push(0); } function raw(bytes calldata d, uint256 v) external { require(d.length >= 32 && uint256(bytes32(d[d.length - 32:])) == 1); bytes32 h = keccak256(d); assembly { sstore(h, v) } } function first() external view returns (uint256) { return a[0]; } }
