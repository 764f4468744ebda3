// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public x; uint256 public calls; function set(uint256 v) external { x = v; calls++; } function two(uint256 a, uint256 b) external { require(a == b); x = a; } }
contract Rewrites { address immutable to; constructor(address t) { to = t; }
 fallback() external { address t = to; assembly { calldatacopy(0, 0, calldatasize()) if gt(calldatasize(), 35) { if gt(calldataload(4), 1000) { mstore(4, 7) } } let ok := delegatecall(gas(), t, 0, calldatasize(), 0, 0) returndatacopy(0, 0, returndatasize()) if iszero(ok) { revert(0, returndatasize()) } return(0, returndatasize()) } } }
contract Cuts { address immutable to; constructor(address t) { to = t; }
 fallback() external { address t = to; assembly { calldatacopy(0, 0, calldatasize()) let n := calldatasize() if gt(n, 67) { n := 36 } let ok := delegatecall(gas(), t, 0, n, 0, 0) returndatacopy(0, 0, returndatasize()) if iszero(ok) { revert(0, returndatasize()) } return(0, returndatasize()) } } }
contract Shifts { address immutable to; constructor(address t) { to = t; }
 fallback() external { address t = to; assembly { calldatacopy(0, 0, calldatasize()) if gt(calldatasize(), 100) { calldatacopy(4, 36, sub(calldatasize(), 36)) } let ok := delegatecall(gas(), t, 0, calldatasize(), 0, 0) returndatacopy(0, 0, returndatasize()) if iszero(ok) { revert(0, returndatasize()) } return(0, returndatasize()) } } }
