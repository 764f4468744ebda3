// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Kept {
    uint256 public last = 50;

    event Paid(address indexed who, uint256 amount);

    function pay(uint256 amount) external {
        require(amount <= 100);
        last = amount;
        emit Paid(msg.sender, amount);
    }
}
