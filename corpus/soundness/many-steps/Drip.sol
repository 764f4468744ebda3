// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// Pays a little as often as it is asked to: what is too much is so after many calls only.
contract Drip {
    bool public open;
    uint256 public rounds;
    bool private turn;

    event Paid(address who, uint256 amount);

    function unlock() external {
        open = true;
    }

    function lock() external {
        open = false;
    }

    function pay(uint256 amount) external {
        require(open && amount <= 10);
        emit Paid(msg.sender, amount);
    }

    function there() external {
        require(!turn);
        turn = true;
    }

    function back() external {
        require(turn);
        turn = false;
        rounds++;
    }
}
