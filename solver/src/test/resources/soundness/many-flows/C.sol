// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { event Out(uint256 a); event In(uint256 a); uint256 public n; function pay(uint256 a) external { require(a <= 5); n += 1; emit Out(a); emit Out(a); emit In(a); } }
