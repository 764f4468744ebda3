// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Kept {
    uint256 public zeros;
    uint256 public last;
    bool public open;

    event Moved(address indexed to, uint256 amount, bool whole);

    function take(uint256 amount, address to) external {
        require(amount == 0 || open);
        if (amount == 0) zeros++;
        last = amount;
        emit Moved(to, amount, amount % 2 == 0);
    }

    function take(uint256 amount) external {
        last = amount;
    }

    function set(bool on) external {
        open = on;
    }
}
