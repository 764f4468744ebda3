// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title The savings bank with checks that somebody wrote by hand
/// @notice They say the same as the guard, but read the books from storage, and not by a view.
contract HandSavings {
    uint256 public constant RESERVE = 0.1 ether;

    mapping(address user => uint256) public credit;
    uint256 public owed;
    bool private transient running;

    error NotEnough();
    error NotPaid();
    error Running();
    error Unbacked();
    error PaidTwice();

    constructor() payable {}

    modifier checked() {
        _enter();
        _;
        _leave();
    }

    function deposit() external payable checked {
        credit[msg.sender] += msg.value;
        owed += msg.value;
    }

    function withdraw(uint256 amount) external {
        _enter();
        (uint256 had, uint256 before) = (credit[msg.sender], address(this).balance);
        if (amount > had) revert NotEnough();
        (bool paid,) = msg.sender.call{value: amount}("");
        if (!paid) revert NotPaid();
        credit[msg.sender] = had - amount;
        owed -= amount;
        if (credit[msg.sender] + amount != had || address(this).balance + amount < before) revert PaidTwice();
        _leave();
    }

    function grant(address user, uint256 amount) external checked {
        credit[user] += amount;
        owed += amount;
    }

    function _enter() private {
        if (running) revert Running();
        running = true;
    }

    function _leave() private {
        if (owed + RESERVE > address(this).balance) revert Unbacked();
        running = false;
    }
}
