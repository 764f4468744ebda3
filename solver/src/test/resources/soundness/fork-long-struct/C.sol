// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C {
    struct Long { uint256[20] head; uint256 tail; }
    mapping(address => Long) private m;
    uint256 public seen;
    function tail(address a) public view returns (uint256) { return m[a].tail; }
    function look(address a) external { seen = m[a].tail; }
}
