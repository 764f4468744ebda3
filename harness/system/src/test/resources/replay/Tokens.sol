// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A token with six decimals.
contract Usd {
    uint8 public constant decimals = 6;
    mapping(address => uint256) public balances;

    event Minted(address to, uint256 amount);

    function mint(address to, uint256 amount) external {
        balances[to] += amount;
        emit Minted(to, amount);
    }
}

/// Pays out after a delay.
contract Escrow {
    struct Ticket {
        uint128 amount;
        uint64 readyAt;
    }

    mapping(address => Ticket) public tickets;
    uint256 public calls;

    function open(uint128 amount, uint64 deadline) external {
        require(block.timestamp <= deadline, "late");
        tickets[msg.sender] = Ticket(amount, uint64(block.timestamp + 2 days));
        calls++;
    }
}
