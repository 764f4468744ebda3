// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Loans in a struct of three slots, whose members are packed in part.
contract Loans {
    struct Terms {
        uint64 until;
        uint128 rate;
    }

    struct Position {
        uint256 collateral;
        uint128 debt;
        uint96 fee;
        bool open;
        Terms terms;
    }

    mapping(address => Position) public positions;
    mapping(uint256 => mapping(address => Position)) public pools;
    uint256 public debt;
    uint256 public fees;
    uint256 public rates;
    uint256 public pooled;

    function borrow(uint128 amount, uint96 fee, uint128 rate) external {
        Position storage p = positions[msg.sender];
        require(!p.open);
        p.open = true;
        p.debt += amount;
        p.fee = fee;
        p.collateral = 2 * uint256(amount);
        p.terms = Terms(uint64(block.timestamp), rate);
        debt += amount;
        fees += fee;
        rates += rate;
    }

    function repay() external {
        Position memory p = positions[msg.sender];
        require(p.open);
        debt -= p.debt;
        fees -= p.fee;
        rates -= p.terms.rate;
        clear();
    }

    function clear() internal virtual {
        delete positions[msg.sender];
    }

    function join(uint256 pool, uint128 amount) external {
        require(pool == 1);
        pools[pool][msg.sender].debt += amount;
        pooled += amount;
    }
}

/// What is paid back keeps its fee.
contract Keeps is Loans {
    function clear() internal override {
        uint96 fee = positions[msg.sender].fee;
        delete positions[msg.sender];
        positions[msg.sender].fee = fee;
    }
}

/// One account's element is written at a slot that the compiler computes.
contract Folded is Loans {
    function gift() external {
        positions[address(0xbeef)].debt += 5;
    }
}
