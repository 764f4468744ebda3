// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public r; uint256 public w; function reads(uint256 n) external { uint256 q; uint256 p; assembly { for { let i := 0 } lt(i, n) { i := add(i, 1) } { p := add(p, mload(mul(i, 32))) } q := msize() } require(p != 1); if (q != 96) r = 1; } function writes(uint256 n) external { uint256 q; assembly { for { let i := 0 } lt(i, n) { i := add(i, 1) } { mstore(0x200, i) } q := msize() } if (q == 96) w = 1; } }
