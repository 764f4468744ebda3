// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { mapping(uint256 => uint256) public m; uint256 public n; constructor() { assembly { sstore(0xe674a4d731152569dbb036df389a4895ab170e49cd117d37007a2002bc262351, 5) } } function f() external { n++; } }
