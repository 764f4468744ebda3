// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Holds two assets, whose amounts make the price. Each exchange moves it, within bounds.
contract Exchange {
    uint256 private constant MOST = 400e18;
    uint256 public coins = 1_000e18;
    uint256 public notes = 1_000e18;

    function sell(uint256 amount) external {
        require(amount <= MOST, "too much");
        notes -= notes * amount / (coins + amount);
        coins += amount;
    }

    function buy(uint256 amount) external {
        require(amount <= MOST, "too much");
        coins -= coins * amount / (notes + amount);
        notes += amount;
    }

    function price() external view returns (uint256) {
        return notes * 1e18 / coins;
    }
}

/// Lends half of what coins are worth at the moment. The careful one takes them to be worth what they were at first.
contract CoinLender {
    Exchange public immutable exchange;
    bool private immutable careful;

    struct Account {
        uint128 coins;
        uint128 debt;
    }

    mapping(address => Account) private accounts;

    constructor(Exchange e, bool c) {
        exchange = e;
        careful = c;
    }

    function post(uint128 amount) external {
        require(amount <= 1_000e18, "too much");
        accounts[msg.sender].coins += amount;
    }

    function borrow(uint128 amount) external {
        Account storage account = accounts[msg.sender];
        account.debt += amount;
        require(account.debt * 2 <= worth(account), "not backed");
    }

    function healthy(address who) external view returns (bool) {
        Account storage account = accounts[who];
        return account.debt <= worth(account);
    }

    function worth(Account storage account) private view returns (uint256) {
        return careful ? account.coins : uint256(account.coins) * exchange.price() / 1e18;
    }
}
