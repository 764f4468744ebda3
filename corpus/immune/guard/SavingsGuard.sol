// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// Written by `thymus guard` from Savings.inv. Change that file, and write this again.
//
// It enforces:
//   invariant backed, line 4 of savings.inv
//   rule pays_once, line 7 of savings.inv
//
// The contract behind savings inherits from this one.
// Each of its external functions that changes the state has one of the modifiers, first:
// its own where there is one, and else `guarded`. So have receive and fallback.
// No guarded call begins within another.
// What leaves 256 bits, is divided by zero, or is read from a view that fails, reverts.
// What other contracts do to the state is judged in the next guarded call.
// prev is what was there when the call began, without the ether that it brought.

/// What the guard reads of Savings.
interface GuardSavingsViews {
    function RESERVE() external view returns (uint256);
    function credit(address) external view returns (uint256);
    function owed() external view returns (uint256);
}

/// @title What savings promises, kept while it runs
abstract contract SavingsGuard {
    /// What is read when withdraw(uint256) begins.
    struct GuardBeforeWithdraw {
        /// prev(savings.credit(msg.sender))
        uint256 v0;
        /// prev(balance(savings))
        uint256 v1;
    }

    /// Whether a guarded call is under way.
    bool private transient guardRunning;

    error Violated_backed();
    error Violated_pays_once();
    error GuardEntered();

    /// @notice For each function that changes the state and has no modifier of its own below.
    modifier guarded() {
        _guardEnter();
        _;
        _guardLeave();
    }

    /// @notice For withdraw(uint256).
    modifier guardedWithdraw(uint256 amount) {
        _guardEnter();
        GuardBeforeWithdraw memory guardOwn = _guardedWithdrawBegins();
        _;
        _guardedWithdrawEnds(guardOwn, amount);
    }

    function _guardEnter() private {
        if (guardRunning) revert GuardEntered();
        guardRunning = true;
    }

    function _guardLeave() private {
        if (!(GuardSavingsViews(address(this)).owed() + GuardSavingsViews(address(this)).RESERVE() <=
            address(this).balance)) revert Violated_backed();
        guardRunning = false;
    }

    function _guardedWithdrawBegins()
        private view returns (GuardBeforeWithdraw memory before)
    {
        before.v0 = GuardSavingsViews(address(this)).credit(msg.sender);
        before.v1 = _guardBalanceBefore(address(this));
    }

    function _guardedWithdrawEnds(GuardBeforeWithdraw memory before, uint256 amount) private {
        if (!(GuardSavingsViews(address(this)).credit(msg.sender) + amount == before.v0 && before.v1 <= amount +
            address(this).balance)) revert Violated_pays_once();
        _guardLeave();
    }

    /// @dev The ether of an account before the call brought any.
    function _guardBalanceBefore(address account) private view returns (uint256 wei_) {
        wei_ = account.balance;
        if (account == msg.sender) wei_ += msg.value;
        if (account == address(this)) wei_ -= msg.value;
    }
}
