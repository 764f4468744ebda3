// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Moves numbers and says so, without any bound.
contract Ledger {
    struct Account {
        uint128 held;
        uint64[] history;
        bool frozen;
    }

    mapping(address user => Account) public accounts;
    uint256 public cap = 1_000;
    uint256 private hidden;

    event Moved(address indexed user, uint256 amount, int256 change);

    function limits() external pure returns (uint256 low, string memory note, uint64 high) {
        return (1, "high", 10_000);
    }

    function move(uint128 amount, int256 change) external {
        accounts[msg.sender].held += amount;
        hidden++;
        emit Moved(msg.sender, amount, change);
    }

    function setCap(uint256 cap_) external {
        cap = cap_;
    }
}
