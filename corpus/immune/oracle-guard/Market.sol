// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IFeed, IOracleGuard} from "./OracleGuard.sol";

/// A feed whose reporter may report anything at any time, as a feed does that has been taken over.
contract Feed is IFeed {
    address public immutable reporter;
    uint128 public price;
    uint64 public time;

    constructor(uint128 price_) {
        reporter = msg.sender;
        (price, time) = (price_, uint64(block.timestamp));
    }

    function report(uint128 price_) external {
        require(msg.sender == reporter);
        (price, time) = (price_, uint64(block.timestamp));
    }

    function latest() external view returns (uint128, uint64) {
        return (price, time);
    }
}

/// A small protocol behind the guard: it lends against collateral, half of what that is worth.
contract Market {
    IOracleGuard public immutable guard;

    mapping(address user => uint128) public collateral;
    mapping(address user => uint256) public debt;

    event Borrowed(address indexed user, uint256 amount, uint256 price);

    error TooMuch();

    constructor(IOracleGuard guard_) {
        guard = guard_;
    }

    function lock(uint128 amount) external {
        collateral[msg.sender] += amount;
    }

    function borrow(uint128 amount) external {
        uint256 price = guard.price();
        uint256 owed = debt[msg.sender] + amount;
        if (2 * owed > collateral[msg.sender] * price) revert TooMuch();
        debt[msg.sender] = owed;
        emit Borrowed(msg.sender, amount, price);
    }
}
