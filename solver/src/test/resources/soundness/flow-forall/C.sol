// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { address current; uint256 n; event Out(uint256 a); function m(address u) external view returns (uint256) { return u == current ? 1 : 0; } function pay() external { require(n < 2); current = n == 0 ? address(0xa) : address(0xb); n++; emit Out(1); } }
