// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SavingsGuard} from "./SavingsGuard.sol";

/// @title A savings bank with two mistakes on purpose, and a guard
/// @notice It pays before it writes its books, and anybody can grant credit to anybody.
contract GuardedSavings is SavingsGuard {
    /// @notice What the bank keeps beyond what it owes.
    uint256 public constant RESERVE = 0.1 ether;

    mapping(address user => uint256) public credit;
    uint256 public owed;

    error NotEnough();
    error NotPaid();

    constructor() payable {}

    function deposit() external payable guarded {
        credit[msg.sender] += msg.value;
        owed += msg.value;
    }

    function withdraw(uint256 amount) external guardedWithdraw(amount) {
        uint256 had = credit[msg.sender];
        if (amount > had) revert NotEnough();
        (bool paid,) = msg.sender.call{value: amount}("");
        if (!paid) revert NotPaid();
        credit[msg.sender] = had - amount;
        owed -= amount;
    }

    function grant(address user, uint256 amount) external guarded {
        credit[user] += amount;
        owed += amount;
    }
}
