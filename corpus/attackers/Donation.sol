// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

contract Coin {
    mapping(address => uint256) public balanceOf;

    function claim() external {
        require(balanceOf[msg.sender] == 0, "claimed");
        balanceOf[msg.sender] = 1_000e18;
    }

    function transfer(address to, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }
}

/// What a share of it costs follows from what it has. The careful one knows what it should have.
contract Basket {
    Coin public immutable coin;
    bool private immutable careful;
    uint256 public constant SHARES = 1_000e18;

    constructor(Coin c, bool b) {
        coin = c;
        careful = b;
    }

    function price() public view returns (uint256) {
        return (careful ? 500e18 : coin.balanceOf(address(this))) * 1e18 / SHARES;
    }
}

/// Lends coins against shares of a basket.
contract BasketLender {
    Basket public immutable basket;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public debt;
    uint256 public lent;

    constructor(Basket b) {
        basket = b;
    }

    function post(uint256 shares) external {
        require(collateral[msg.sender] + shares <= 10e18, "too much");
        collateral[msg.sender] += shares;
    }

    function borrow(uint256 amount) external {
        debt[msg.sender] += amount;
        lent += amount;
        require(debt[msg.sender] <= collateral[msg.sender] * basket.price() / 1e18, "unsafe");
    }
}
