// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Measures} from "../Desk.sol";
import {Haircut, IHaircut} from "../Haircut.sol";

/// A desk that liquidates by the haircut that is announced.
contract LiquidatesEarlyDesk {
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
        return exceeds(user, haircut.announced());
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
