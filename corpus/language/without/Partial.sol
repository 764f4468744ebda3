// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Breaker {
    bool public broken;
    uint256 public asked;

    function breakIt(bool how) external {
        broken = how;
    }

    function check(uint256 amount) external {
        require(!broken && amount < 1e20);
        ++asked;
    }
}

contract Partial {
    Breaker public immutable breaker;
    mapping(address => uint256) public shares;

    event Paid(address user, uint256 amount);

    constructor(Breaker breaker_) {
        breaker = breaker_;
    }

    function deposit(uint256 amount) external {
        require(amount <= 1e30 && shares[msg.sender] <= 1e30);
        shares[msg.sender] += amount;
    }

    function withdraw(uint256 amount) external returns (uint256 left) {
        try breaker.check(amount) {} catch { amount /= 2; }
        left = shares[msg.sender] - amount;
        shares[msg.sender] = left;
        emit Paid(msg.sender, amount);
    }
}
