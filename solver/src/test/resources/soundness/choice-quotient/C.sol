// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(uint256 => uint256) public m; uint256 public hit;
 function f(uint256 a, uint256 b, uint256 j, uint256 k) external { require(a > 0); unchecked { m[j] = (a * b) / a; } m[k] = 0; hit = m[j] == b ? 1 : 0; } }
