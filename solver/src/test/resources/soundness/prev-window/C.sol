// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { event Out(uint256 amount); function pay(uint256 a) external { emit Out(a); } }
