// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A pool that lets its strategy have whatever it asks for. Owners whose screens were tampered with sign another one.
contract Broken {
    address public immutable owner = msg.sender;
    address public strategy;
    uint256 public cash = 1_000e18;
    mapping(address => uint256) public lentTo;

    constructor(address strategy_) {
        strategy = strategy_;
    }

    function upgrade(address strategy_) external virtual {
        require(msg.sender == owner, "not the owner");
        strategy = strategy_;
    }

    function invest(uint128 amount) external {
        require(msg.sender == strategy, "not the strategy");
        cash -= amount;
        lentTo[msg.sender] += amount;
    }
}

/// The same, but a new strategy waits three days.
contract Guarded is Broken {
    address public next;
    uint256 public since;

    constructor(address strategy_) Broken(strategy_) {}

    function upgrade(address strategy_) external override {
        require(msg.sender == owner, "not the owner");
        (next, since) = (strategy_, block.timestamp);
    }

    function install() external {
        require(since > 0 && block.timestamp >= since + 3 days, "too early");
        (strategy, since) = (next, 0);
    }
}
