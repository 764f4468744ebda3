// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

contract Daily {
    mapping(uint256 => uint256) public spent;

    function spentToday() external view returns (uint256) {
        return spent[block.timestamp / 1 days];
    }

    function spend(uint256 amount) external {
        uint256 day = block.timestamp / 1 days;
        require(spent[day] + amount <= 100);
        spent[day] += amount;
    }
}

/// What is carried over was checked against the limit of the day before it.
contract DailyAhead {
    mapping(uint256 => uint256) public spent;

    function spentToday() external view returns (uint256) {
        return spent[block.timestamp / 1 days];
    }

    function spend(uint256 amount) external {
        uint256 day = block.timestamp / 1 days;
        require(spent[day] + amount <= 100);
        spent[day] += amount;
    }

    function carry(uint256 amount) external {
        spent[block.timestamp / 1 days + 1] += amount % 200;
    }
}

/// One day of setup's future is spent already.
contract DailyBegun {
    mapping(uint256 => uint256) public spent;

    constructor() {
        spent[block.timestamp / 1 days + 2] = 101;
    }

    function spentToday() external view returns (uint256) {
        return spent[block.timestamp / 1 days];
    }

    function spend(uint256 amount) external {
        uint256 day = block.timestamp / 1 days;
        require(spent[day] + amount <= 100);
        spent[day] += amount;
    }
}

/// Days and half days are numbers of one mapping.
contract TwoLengths {
    mapping(uint256 => uint256) public spent;

    function spentToday() external view returns (uint256) {
        return spent[block.timestamp / 1 days];
    }

    function spend(uint256 amount) external {
        uint256 day = block.timestamp / 1 days;
        require(spent[day] + amount <= 100);
        spent[day] += amount;
    }

    function spendHalf(uint256 amount) external {
        spent[block.timestamp / 12 hours] += amount % 200;
    }
}
