// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Trips when much is taken out at once.
contract Kept {
    uint256 public taken;
    bool public tripped;

    function take(uint256 amount) external {
        if (amount > 100) {
            tripped = true;
        }
        taken = amount;
    }

    function trip() external {
        tripped = true;
    }
}
