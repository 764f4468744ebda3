// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IHaircut, IVolatility} from "./Haircut.sol";

/// What is measured of a collateral, by a reporter who may report anything at any time.
contract Measures is IVolatility {
    address public immutable reporter;
    uint64 public price = 100;
    uint64 public variance = 600;
    uint64 public correlation;

    constructor() {
        reporter = msg.sender;
    }

    function report(uint64 price_, uint64 variance_, uint64 correlation_) external {
        require(msg.sender == reporter);
        (price, variance, correlation) = (price_, variance_, correlation_);
    }

    function volatility() external view returns (uint256, uint256) {
        return (variance, correlation);
    }
}

/// A small lender. Amounts are kept in its books only.
contract Desk {
    Measures public immutable measures;
    IHaircut public immutable haircut;

    mapping(address user => uint64) public collateral;
    mapping(address user => uint128) public debt;

    error TooMuch();
    error Healthy();

    constructor(Measures measures_, IHaircut haircut_) {
        (measures, haircut) = (measures_, haircut_);
    }

    /// @notice Whether a hundred times the debt is more than what the collateral is worth in percent after a haircut.
    function exceeds(address user, uint256 percent) public view returns (bool) {
        return 100 * uint256(debt[user]) > uint256(collateral[user]) * measures.price() * (100 - percent);
    }

    /// @notice Whether anybody can liquidate the account now.
    function liquidatable(address user) public view returns (bool) {
        return exceeds(user, haircut.value());
    }

    function lock(uint64 amount) external {
        collateral[msg.sender] += amount;
    }

    function borrow(uint128 amount) external {
        debt[msg.sender] += amount;
        if (exceeds(msg.sender, haircut.announced())) revert TooMuch();
    }

    function repay(uint128 amount) external {
        debt[msg.sender] -= amount;
    }

    function unlock(uint64 amount) external {
        collateral[msg.sender] -= amount;
        if (exceeds(msg.sender, haircut.announced())) revert TooMuch();
    }

    function liquidate(address user) external {
        if (!liquidatable(user)) revert Healthy();
        (collateral[user], debt[user]) = (0, 0);
    }
}
