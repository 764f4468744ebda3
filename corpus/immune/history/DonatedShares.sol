// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Lends against shares of a basket, whose price is what the basket has, per share: a gift raises it at once.
contract Broken {
    uint256 public constant SHARES = 1_000e18;
    uint256 public assets = 1_000e18;
    mapping(address => uint256) public given;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public debt;

    function give(uint128 amount) external {
        given[msg.sender] += amount;
        assets += amount;
    }

    function price() public view virtual returns (uint256) {
        return assets * 1e18 / SHARES;
    }

    function post(uint128 shares) external {
        require(collateral[msg.sender] + shares <= SHARES, "more than there are");
        collateral[msg.sender] += shares;
    }

    function borrow(uint128 amount) external {
        debt[msg.sender] += amount;
        require(debt[msg.sender] * 1e18 <= collateral[msg.sender] * price(), "unsafe");
    }
}

/// The same with a ceiling: the price counts up to a twentieth more than when the basket was listed.
contract Guarded is Broken {
    uint256 public constant CEILING = 1.05e18;

    function price() public view override returns (uint256) {
        uint256 now_ = super.price();
        return now_ < CEILING ? now_ : CEILING;
    }
}
