// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IFund} from "../Fund.sol";
import {ILiquidation} from "../Liquidation.sol";
import {IPrice} from "../Path.sol";

/// A market that lends what the collateral is worth: nothing is left for the price to fall.
contract LendsAllMarket {
    /// @notice Nobody owes more, so that the cap on liquidations always lets an account be closed.
    uint256 public constant MOST = 1_000e18;
    /// @notice Nobody borrows more than this part of the collateral's worth, in percent.
    uint256 public constant LENT = 100;

    IPrice public immutable feed;
    ILiquidation public immutable liquidation;
    IFund public immutable fund;

    /// @notice What lenders have paid in and not taken back.
    mapping(address lender => uint128) public supplied;
    mapping(address user => uint128) public collateral;
    mapping(address user => uint256) public debt;
    /// @notice What all lenders are owed together, and what they have lost of it.
    uint128 public owed;
    uint256 public lost;
    /// @notice The coins that are here.
    uint256 public cash;

    event Liquidated(address indexed user, uint256 repaid, uint256 seized, uint256 bad);

    error TooMuch();

    constructor(IPrice feed_, ILiquidation liquidation_, IFund fund_) {
        (feed, liquidation, fund) = (feed_, liquidation_, fund_);
    }

    function liquidatable(address user) external view returns (bool) {
        return liquidation.liquidatable(collateral[user], debt[user], feed.price());
    }

    function supply(uint128 amount) external {
        supplied[msg.sender] += amount;
        (owed, cash) = (owed + amount, cash + amount);
    }

    function withdraw(uint128 amount) external {
        supplied[msg.sender] -= amount;
        (owed, cash) = (owed - amount, cash - amount);
    }

    function lock(uint128 amount) external {
        collateral[msg.sender] += amount;
    }

    function unlock(uint128 amount) external {
        collateral[msg.sender] -= amount;
        _secured(msg.sender);
    }

    function borrow(uint128 amount) external {
        debt[msg.sender] += amount;
        cash -= amount;
        if (debt[msg.sender] > MOST) revert TooMuch();
        _secured(msg.sender);
    }

    function repay(uint128 amount) external {
        debt[msg.sender] -= amount;
        cash += amount;
    }

    /// @notice Repays as much of a debt as is asked for and allowed, and takes collateral for it. Anybody may.
    function liquidate(address user, uint128 asked) external {
        (uint256 repaid, uint256 seized, uint256 bad) =
            liquidation.take(collateral[user], debt[user], feed.price(), asked);
        collateral[user] = uint128(collateral[user] - seized);
        debt[user] -= repaid + bad;
        uint256 covered = bad > 0 ? fund.cover(bad) : 0;
        cash += repaid + covered;
        if (bad > covered) lost += bad - covered;
        emit Liquidated(user, repaid, seized, bad);
    }

    function _secured(address user) private view {
        if (100 * debt[user] > LENT * collateral[user] * feed.price()) revert TooMuch();
    }
}
