// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Broken {
    error TooMuch(uint256 left);

    uint256 public used;
    uint256 public last;
    bool public closed;

    function put(uint256 amount) external {
        require(!closed, "closed");
        if (amount > 100) revert TooMuch(100);
        require(amount + used <= 200);
        used += 2 * amount;
    }

    function less(uint8 amount) external {
        last = uint8(3) - amount;
    }

    function close() external {
        closed = true;
    }
}
