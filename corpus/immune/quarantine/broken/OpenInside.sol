// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IQuarantine} from "../Quarantine.sol";

/// A pool whose inner part anybody can call: it moves the balance of anybody, and asks no quarantine.
contract OpenInsidePool {
    uint256 public constant CAP = 600;

    IQuarantine public immutable quarantine;

    mapping(address user => uint256) public balance;

    error InQuarantine();
    error NotEnough();
    error NotSelf();
    error Unsound();

    constructor(IQuarantine quarantine_, address[3] memory users) {
        quarantine = quarantine_;
        for (uint256 i = 0; i < users.length; ++i) {
            balance[users[i]] = 500;
        }
    }

    /// @notice Transfers an amount, or isolates the sender.
    function move(address to, uint256 amount) external {
        if (quarantine.isolated(msg.sender)) revert InQuarantine();
        // A plain mistake is no offence.
        if (amount > balance[msg.sender]) revert NotEnough();
        try this.attempt(msg.sender, to, amount) {}
        catch {
            quarantine.isolate(msg.sender);
        }
    }

    /// @notice The transfer itself, as a call of its own that can be undone.
    function attempt(address from, address to, uint256 amount) external {
        balance[from] -= amount;
        balance[to] += amount;
        if (balance[to] > CAP) revert Unsound();
    }
}
