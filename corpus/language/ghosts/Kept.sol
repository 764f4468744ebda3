// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Kept {
    uint256 public total = 100;
    uint256 public best;
    uint256 public last;
    uint256 public rounds;
    address public first;
    bool public closed;

    event Paid(address indexed who, uint256 amount);
    event Fee(uint256 amount);
    event Drawn(uint256 amount);

    function pay(uint256 amount) external {
        require(!closed && amount <= 1000);
        uint256 fee = amount / 10;
        emit Paid(msg.sender, amount);
        emit Fee(fee);
        total += amount;
        last = amount - fee;
        if (amount > best) best = amount;
        if (first == address(0)) first = msg.sender;
    }

    function draw(uint256 amount) external {
        total -= amount;
        emit Drawn(amount);
    }

    function turn() external returns (uint256) {
        return ++rounds;
    }

    function close() external {
        closed = true;
    }
}
