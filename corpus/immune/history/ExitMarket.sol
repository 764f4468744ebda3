// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Keeps the collateral, and gives it back to whoever owes nothing.
contract Comptroller {
    Market public market;
    bool private immutable asks;
    mapping(address => uint256) public collateral;

    constructor(bool asks_) {
        asks = asks_;
    }

    function list(Market market_) external {
        require(address(market) == address(0), "listed");
        market = market_;
    }

    function enter(uint128 amount) external {
        collateral[msg.sender] += amount;
    }

    function exit() external {
        require(!asks || !market.entered(), "not now");
        require(market.debt(msg.sender) == 0, "in debt");
        collateral[msg.sender] = 0;
    }
}

/// Lends ether and pays it out before the debt is noted. The lock of the market does not bind the comptroller, unless that asks; the market
/// itself can look at the end again.
contract Market {
    Comptroller public immutable comptroller;
    bool private immutable looksAgain;
    bool public entered;
    mapping(address => uint256) public debt;

    constructor(Comptroller comptroller_, bool looksAgain_) payable {
        (comptroller, looksAgain) = (comptroller_, looksAgain_);
    }

    function borrow(uint256 amount) external {
        require(!entered, "entered");
        entered = true;
        require(debt[msg.sender] + amount <= comptroller.collateral(msg.sender), "too much");
        (bool paid,) = msg.sender.call{value: amount}("");
        require(paid, "not paid");
        debt[msg.sender] += amount;
        require(!looksAgain || debt[msg.sender] <= comptroller.collateral(msg.sender), "not secured");
        entered = false;
    }

    function repay() external payable {
        require(!entered, "entered");
        debt[msg.sender] -= msg.value;
    }
}
