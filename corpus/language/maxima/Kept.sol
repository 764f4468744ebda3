// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Pays out at most 100 a day, and 250 in all.
contract Kept {
    mapping(address => uint256) public gained;
    uint256 public day;
    uint256 public spent;
    uint256 public total;

    function take(uint256 amount) external {
        uint256 today = block.timestamp / 1 days;
        if (today != day) {
            day = today;
            spent = 0;
        }
        require(amount <= 100 - spent && amount <= 250 - total, "more than allowed");
        spent += amount;
        total += amount;
        gained[msg.sender] += amount;
    }
}
