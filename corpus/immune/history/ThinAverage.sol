// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A price as the average since the last look at it, which may be seconds ago, in a pool where a little money moves a lot.
contract Feed {
    uint256 public spot = 10e18;
    uint256 public average = 10e18;
    uint256 private looked = block.timestamp;

    function trade(uint128 spot_) external {
        require(spot_ > 0, "no price");
        spot = spot_;
    }

    function look() external {
        require(block.timestamp > looked, "a moment ago");
        average = spot;
        looked = block.timestamp;
    }
}

/// Lends against coins at that average.
contract Broken {
    Feed public immutable feed;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public debt;
    uint256 public totalDebt;

    constructor(Feed feed_) {
        feed = feed_;
    }

    function post(uint128 amount) external {
        require(collateral[msg.sender] + amount <= 100e18, "too much");
        collateral[msg.sender] += amount;
    }

    function borrow(uint128 amount) external virtual {
        debt[msg.sender] += amount;
        totalDebt += amount;
        require(debt[msg.sender] <= collateral[msg.sender] * feed.average() / 1e18, "unsafe");
    }
}

/// The same with a ceiling on what is lent in all.
contract Guarded is Broken {
    constructor(Feed feed_) Broken(feed_) {}

    function borrow(uint128 amount) external override {
        debt[msg.sender] += amount;
        totalDebt += amount;
        require(totalDebt <= 2_000e18, "ceiling");
        require(debt[msg.sender] <= collateral[msg.sender] * feed.average() / 1e18, "unsafe");
    }
}
