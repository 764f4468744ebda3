// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A limit for each day, with the number of the day in a field.
contract InAField {
    uint256 private day;
    uint256 public today;

    event Left(uint256 amount);

    function leave(uint256 amount) external {
        if (block.timestamp / 1 days != day) {
            day = block.timestamp / 1 days;
            today = 0;
        }
        today += amount;
        require(today <= 100);
        emit Left(amount);
    }
}
