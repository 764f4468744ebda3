// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Kept {
    mapping(address => uint256) public held;
    uint256 public used;

    function put(uint256 amount) external {
        require(used + amount <= 1000);
        used += amount;
        held[msg.sender] += amount;
    }
}
