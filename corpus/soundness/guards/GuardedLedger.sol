// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LedgerGuard} from "./LedgerGuard.sol";

/// Moves numbers and says so, as far as the guard lets it.
contract GuardedLedger is LedgerGuard {
    struct Account {
        uint128 held;
        uint64[] history;
        bool frozen;
    }

    mapping(address user => Account) public accounts;
    uint256 public cap = 1_000;
    uint256 private hidden;

    event Moved(address indexed user, uint256 amount, int256 change);

    constructor(address alice, address bob, uint256 most, int256 least) LedgerGuard(alice, bob, most, least) {}

    function limits() external pure returns (uint256 low, string memory note, uint64 high) {
        return (1, "high", 10_000);
    }

    function move(uint128 amount, int256 change) external guardedMove(amount, change) {
        accounts[msg.sender].held += amount;
        hidden++;
        emit Moved(msg.sender, amount, change);
        _guardMoved(msg.sender, amount, change);
    }

    function setCap(uint256 cap_) external guardedSetCap(cap_) {
        cap = cap_;
    }
}
