// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A limit for each day, with the number of the day as a key.
contract AsAKey {
    mapping(uint256 => uint256) public spent;

    event Spent(uint256 amount);

    function spend(uint256 amount) external {
        spent[block.timestamp / 1 days] += amount;
        require(spent[block.timestamp / 1 days] <= 100);
        emit Spent(amount);
    }
}
