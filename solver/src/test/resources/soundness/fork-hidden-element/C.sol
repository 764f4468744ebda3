// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C {
    mapping(address => uint256) public m;
    uint256 public seen;
    function look(address a) external { seen = m[a]; }
}
