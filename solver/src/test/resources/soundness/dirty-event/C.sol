// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { event E(uint8 a); uint256 public n; function f() external { n = 1; assembly { mstore(0, 300) log1(0, 32, 0x870e3024466c178150e2490c7cfb455e33c0db877113af040f89189d07946664) } } }
