// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; function f(uint256 i) external { uint256[4] memory a; a[i] = 7; n = a[2]; } function g(uint256 o) external { assembly { mstore(0x80, 1) mstore(o, 5) sstore(0, mload(0x80)) } } function h(bytes calldata d) external { bytes memory b = d; n = uint256(keccak256(b)); } }
