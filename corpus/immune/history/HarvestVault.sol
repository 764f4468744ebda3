// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Where the vault has its money: what a unit is worth moves with the trades of the day.
contract Venue {
    uint256 public rate = 1e18;

    function trade(uint256 rate_) external {
        require(rate_ >= 0.5e18 && rate_ <= 1.5e18, "too far");
        rate = rate_;
    }
}

/// A vault that values its units at the rate of the moment, both ways. Coins are counted, not held, to keep it short.
contract Broken {
    Venue public immutable venue;
    mapping(address => uint256) public shares;
    mapping(address => uint256) public paidIn;
    mapping(address => uint256) public paidOut;

    constructor(Venue venue_) {
        venue = venue_;
    }

    function deposit(uint128 amount) external {
        paidIn[msg.sender] += amount;
        shares[msg.sender] += uint256(amount) * 1e18 / venue.rate();
    }

    function withdraw(uint128 amount) external {
        shares[msg.sender] -= amount;
        paidOut[msg.sender] += uint256(amount) * venue.rate() / 1e18;
    }
}

/// The same with a second rate, that of a slow feed: deposits count at the higher one, withdrawals at the lower one.
contract Guarded {
    Venue public immutable venue;
    uint256 public constant FEED = 1e18;
    mapping(address => uint256) public shares;
    mapping(address => uint256) public paidIn;
    mapping(address => uint256) public paidOut;

    constructor(Venue venue_) {
        venue = venue_;
    }

    function deposit(uint128 amount) external {
        uint256 rate = venue.rate();
        paidIn[msg.sender] += amount;
        shares[msg.sender] += uint256(amount) * 1e18 / (rate > FEED ? rate : FEED);
    }

    function withdraw(uint128 amount) external {
        uint256 rate = venue.rate();
        shares[msg.sender] -= amount;
        paidOut[msg.sender] += uint256(amount) * (rate < FEED ? rate : FEED) / 1e18;
    }
}
