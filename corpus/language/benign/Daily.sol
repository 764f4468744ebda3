// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Trips when more than a thousand is taken in a day.
contract Daily {
    uint256 public since;
    uint256 public taken;
    bool public tripped;

    function take(uint256 amount) external {
        if (block.timestamp >= since + 1 days) {
            since = block.timestamp;
            taken = 0;
        }
        taken += amount;
        if (taken > 1000) {
            tripped = true;
        }
        emit Taken(msg.sender, amount);
    }

    event Taken(address indexed user, uint256 amount);
}
