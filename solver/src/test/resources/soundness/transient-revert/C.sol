// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public bad; uint256 public n;
 function g() external { assembly { tstore(0, 1) mstore(0, 7) revert(0, 32) } }
 function f() external { n = 1; assembly { mstore(0, shl(224, 0xe2179b8e)) let ok := call(gas(), address(), 0, 0, 4, 0, 0)
   if eq(returndatasize(), 32) { if iszero(tload(0)) { sstore(0, 1) } } } } }
