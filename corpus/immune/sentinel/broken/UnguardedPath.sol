// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ISound, Sentinel} from "../Sentinel.sol";

/// A bank that forgot to guard one of its functions.
contract UnguardedPathBank is ISound {
    /// @notice What the bank keeps beyond what it owes.
    uint256 public constant RESERVE = 0.1 ether;

    Sentinel public immutable sentinel;

    mapping(address user => uint256) public credit;
    uint256 public owed;

    error NotEnough();
    error NotPaid();

    modifier guarded() {
        sentinel.enter();
        _;
        sentinel.leave();
    }

    constructor(Sentinel sentinel_) payable {
        sentinel = sentinel_;
    }

    /// @inheritdoc ISound
    /// @dev Where more is owed than there is, the subtraction fails, and with it the call that led there.
    function sound() external view returns (bool) {
        return address(this).balance - owed >= RESERVE;
    }

    function deposit() external payable guarded {
        credit[msg.sender] += msg.value;
        owed += msg.value;
    }

    function withdraw(uint256 amount) external guarded {
        uint256 had = credit[msg.sender];
        if (amount > had) revert NotEnough();
        (bool paid,) = msg.sender.call{value: amount}("");
        if (!paid) revert NotPaid();
        credit[msg.sender] = had - amount;
        owed -= amount;
    }

    function grant(address user, uint256 amount) external {
        credit[user] += amount;
        owed += amount;
    }
}
