// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A price that moves by a tenth at most, every hour at most.
contract Oracle {
    uint256 public price;
    uint256 public at;
    address public immutable keeper = msg.sender;

    constructor(uint256 p) {
        price = p;
    }

    function push(uint256 p) external {
        require(msg.sender == keeper, "keeper");
        require(p * 10 >= price * 9 && p * 10 <= price * 11, "too far");
        price = p;
        at = block.timestamp;
    }
}

/// Lends up to a share of what the collateral is worth at the moment.
contract PricedMarket {
    Oracle public immutable oracle;
    uint256 private immutable share;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public debt;

    constructor(Oracle o, uint256 s) {
        oracle = o;
        share = s;
    }

    function limit(address who) private view returns (uint256) {
        return collateral[who] * oracle.price() / 1e18 * share / 100;
    }

    function healthy(address who) public view returns (bool) {
        return debt[who] <= limit(who);
    }

    function supply(uint256 amount) external {
        require(collateral[msg.sender] + amount <= 1_000e18, "too much");
        collateral[msg.sender] += amount;
    }

    function borrow(uint256 amount) external {
        debt[msg.sender] += amount;
        require(healthy(msg.sender), "unhealthy");
    }

    function repay(uint256 amount) external {
        debt[msg.sender] -= amount;
    }
}
