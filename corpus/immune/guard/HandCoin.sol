// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title The coin with checks that somebody wrote by hand
/// @notice They say the same as the guard: a ring of four slots for a day.
contract HandCoin {
    mapping(address user => uint256) public balanceOf;
    uint256 public totalSupply;
    uint256 public reserves = 1_000_000 ether;

    uint32 private slot;
    uint112 private first;
    uint112 private second;
    uint112 private third;
    uint112 private fourth;
    bool private transient running;

    event Minted(address indexed to, uint256 amount);
    event Burned(address indexed from, uint256 amount);

    error Running();
    error Unbacked();
    error TooMuch();

    modifier checked() {
        if (running) revert Running();
        running = true;
        _;
        if (totalSupply > reserves) revert Unbacked();
        running = false;
    }

    function mint(address to, uint256 amount) external checked {
        balanceOf[to] += amount;
        totalSupply += amount;
        emit Minted(to, amount);
        _count(amount);
    }

    function burn(uint256 amount) external checked {
        balanceOf[msg.sender] -= amount;
        totalSupply -= amount;
        emit Burned(msg.sender, amount);
    }

    function report(uint256 amount) external checked {
        uint256 before = reserves;
        if ((amount < before ? before - amount : amount - before) * 10 > before) revert TooMuch();
        reserves = amount;
    }

    /// @dev What this slot and the three before it carry stays below the limit, and so far below all widths.
    function _count(uint256 amount) private {
        uint256 current = block.timestamp / 8 hours;
        uint256 passed = current - slot;
        (uint256 a, uint256 b, uint256 c, uint256 d) = (amount, 0, 0, 0);
        if (passed == 0) (a, b, c, d) = (first + amount, second, third, fourth);
        else if (passed == 1) (b, c, d) = (first, second, third);
        else if (passed == 2) (c, d) = (first, second);
        else if (passed == 3) d = first;
        if (a + b + c + d > 1_000 ether) revert TooMuch();
        (slot, first, second) = (uint32(current), uint112(a), uint112(b));
        (third, fourth) = (uint112(c), uint112(d));
    }
}
