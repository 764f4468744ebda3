// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Pays a hundred in a block at most.
contract Kept {
    uint256 public at;
    uint256 public used;

    event Paid(address to, uint256 amount);

    function pay(uint256 amount) external {
        if (block.number != at) {
            at = block.number;
            used = 0;
        }
        require(used + amount <= 100, "block is full");
        used += amount;
        emit Paid(msg.sender, amount);
    }
}
