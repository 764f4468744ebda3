// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ListedValues {
    mapping(address => uint256) public bal;
    uint256 public n;

    function put(uint64 x) external {
        bal[msg.sender] = x;
        n = 1;
    }
}
