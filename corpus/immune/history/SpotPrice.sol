// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A pool of two coins, each trade at the product of what it has. Coins are counted, not held, to keep it short.
contract Pool {
    uint256 public coins;
    uint256 public dollars;

    constructor(uint256 coins_, uint256 dollars_) {
        (coins, dollars) = (coins_, dollars_);
    }

    function price() external view returns (uint256) {
        return dollars * 1e18 / coins;
    }

    function buy(uint128 paid) external returns (uint256 bought) {
        bought = coins * paid / (dollars + paid);
        coins -= bought;
        dollars += paid;
    }
}

/// Lends dollars against coins at the price of the moment in a pool.
contract Broken {
    Pool public immutable pool;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public debt;

    constructor(Pool pool_) {
        pool = pool_;
    }

    function price() public view returns (uint256) {
        return pool.price();
    }

    function post(uint128 amount) external {
        collateral[msg.sender] += amount;
    }

    function borrow(uint128 amount) external {
        debt[msg.sender] += amount;
        require(debt[msg.sender] * 4 / 3 <= collateral[msg.sender] * price() / 1e18, "unsafe");
    }
}

/// The same with a second feed, and the lower price counts.
contract Guarded {
    Pool public immutable pool;
    uint256 public immutable feed;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public debt;

    constructor(Pool pool_, uint256 feed_) {
        (pool, feed) = (pool_, feed_);
    }

    function price() public view returns (uint256) {
        uint256 spot = pool.price();
        return spot < feed ? spot : feed;
    }

    function post(uint128 amount) external {
        collateral[msg.sender] += amount;
    }

    function borrow(uint128 amount) external {
        debt[msg.sender] += amount;
        require(debt[msg.sender] * 4 / 3 <= collateral[msg.sender] * price() / 1e18, "unsafe");
    }
}
