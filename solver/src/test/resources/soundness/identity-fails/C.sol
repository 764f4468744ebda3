// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; function f() external { n = 1; bool ok; assembly { ok := staticcall(gas(), 4, 0, 1000000, 0, 0) } if (ok) n = 0; } }
