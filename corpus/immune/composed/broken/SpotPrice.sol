// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILiquidation} from "../../liquidation/Liquidation.sol";
import {IFeed, IOracleGuard, OracleGuard} from "../../oracle-guard/OracleGuard.sol";
import {IParameter} from "../../parameters/Parameters.sol";
import {IDoor} from "../Door.sol";
// Feed is deployed beside it.
import {Feed} from "../Feed.sol";
import {IToken} from "../Token.sol";

/// A market that lends at the price of the feed, whatever the guard says.
contract SpotPriceMarket {
    /// @notice Nobody owes more, so that the cap on liquidations always lets an account be closed.
    uint256 public constant MOST = 1_000e18;

    IToken public immutable coin;
    IToken public immutable gold;
    IOracleGuard public immutable guard;
    IFeed public immutable feed;
    ILiquidation public immutable terms;
    IDoor public immutable door;
    /// @notice Nobody borrows more than this part of the collateral's worth, in percent.
    IParameter public immutable lent;

    /// @notice What lenders have brought and not taken back, and what all of them are owed together.
    mapping(address lender => uint96) public supplied;
    uint96 public owed;
    mapping(address user => uint96) public collateral;
    mapping(address user => uint96) public debt;
    /// @notice What borrowers owed and never pay.
    uint256 public lost;

    event Borrowed(address indexed user, uint256 amount, uint256 price);
    event Liquidated(address indexed user, uint256 price, uint256 repaid, uint256 seized, uint256 bad);

    error Shut();
    error TooMuch();

    constructor(IToken coin_, IToken gold_, OracleGuard guard_, ILiquidation terms_, IDoor door_, IParameter lent_) {
        (coin, gold, guard, terms, door, lent) = (coin_, gold_, guard_, terms_, door_, lent_);
        feed = guard_.feed();
    }

    function supply(uint96 amount) external {
        supplied[msg.sender] += amount;
        owed += amount;
        coin.transferFrom(msg.sender, address(this), amount);
    }

    function withdraw(uint96 amount) external {
        supplied[msg.sender] -= amount;
        owed -= amount;
        door.pass(msg.sender, amount);
        coin.transfer(msg.sender, amount);
    }

    function lock(uint96 amount) external {
        collateral[msg.sender] += amount;
        gold.transferFrom(msg.sender, address(this), amount);
    }

    /// @notice Whoever owes nothing needs no price to leave.
    function unlock(uint96 amount) external {
        if (!door.open()) revert Shut();
        collateral[msg.sender] -= amount;
        if (debt[msg.sender] > 0) _secured(msg.sender, guard.price());
        gold.transfer(msg.sender, amount);
    }

    function borrow(uint96 amount) external {
        (uint128 price,) = feed.latest();
        debt[msg.sender] += amount;
        if (debt[msg.sender] > MOST) revert TooMuch();
        _secured(msg.sender, price);
        emit Borrowed(msg.sender, amount, price);
        door.pass(msg.sender, amount);
        coin.transfer(msg.sender, amount);
    }

    function repay(uint96 amount) external {
        debt[msg.sender] -= amount;
        coin.transferFrom(msg.sender, address(this), amount);
    }

    /// @notice Repays as much of a debt as is asked for and allowed, and takes collateral for it. Anybody may.
    function liquidate(address user, uint96 asked) external {
        uint256 price = guard.price();
        (uint256 repaid, uint256 seized, uint256 bad) = terms.take(collateral[user], debt[user], price, asked);
        collateral[user] = uint96(collateral[user] - seized);
        debt[user] = uint96(debt[user] - repaid - bad);
        uint256 gained = collateral[msg.sender] + seized;
        if (gained > type(uint96).max) revert TooMuch();
        collateral[msg.sender] = uint96(gained);
        lost += bad;
        emit Liquidated(user, price, repaid, seized, bad);
        coin.transferFrom(msg.sender, address(this), repaid);
    }

    function _secured(address user, uint256 price) private view {
        if (100 * uint256(debt[user]) > uint256(lent.value()) * collateral[user] * price) revert TooMuch();
    }
}
