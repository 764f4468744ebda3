// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract WrappingField {
    mapping(uint256 => uint8) public loose;
    mapping(uint256 => uint8) public strict;
    uint256 public totalLoose;
    uint256 public totalStrict;

    function addLoose(uint256 k, uint8 x) external {
        unchecked { loose[k] += x; }
        totalLoose += x;
    }

    function addStrict(uint256 k, uint8 x) external {
        strict[k] += x;
        totalStrict += x;
    }
}
