// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

// Limits kept apart by account: a quota for ever, and a bucket that refills.
contract Kept {
    uint256 public constant CAPACITY = 100;
    mapping(address => uint256) public spent;
    mapping(address => uint256) public level;
    mapping(address => uint256) public time;

    event Paid(address indexed user, uint256 amount);
    event Poured(address indexed user, uint256 amount);

    function pay(address user, uint256 amount) external virtual {
        require(amount <= CAPACITY - spent[user]);
        spent[user] += amount;
        emit Paid(user, amount);
    }

    function pour(uint256 amount) external virtual {
        uint256 now_ = block.timestamp;
        uint256 drained = now_ - time[msg.sender];
        uint256 full = level[msg.sender];
        full = full > drained ? full - drained : 0;
        require(amount <= CAPACITY && full + amount <= CAPACITY);
        level[msg.sender] = full + amount;
        time[msg.sender] = now_;
        emit Poured(msg.sender, amount);
    }
}

// One line each: another account's quota is used, and the time of another account is set.
contract Broken is Kept {
    function pay(address user, uint256 amount) external override {
        require(amount <= CAPACITY - spent[msg.sender]);
        spent[msg.sender] += amount;
        emit Paid(user, amount);
    }

    function pour(uint256 amount) external override {
        uint256 now_ = block.timestamp;
        uint256 drained = now_ - time[msg.sender];
        uint256 full = level[msg.sender];
        full = full > drained ? full - drained : 0;
        require(amount <= CAPACITY && full + amount <= CAPACITY);
        level[msg.sender] = full;
        time[msg.sender] = now_;
        emit Poured(msg.sender, amount);
    }
}
