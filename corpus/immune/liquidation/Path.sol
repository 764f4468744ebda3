// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPrice, Market} from "./Market.sol";

/// The envelope of price paths in which a market stays solvent: a price that rises as it likes, and falls by 5 % at most
/// before whoever can be liquidated then has been. It asks the market about one account, which stands for any.
contract Path is IPrice {
    address public immutable reporter;
    address public immutable user;
    Market public market;
    uint64 public price = 100;

    constructor(address user_) {
        (reporter, user) = (msg.sender, user_);
    }

    function watch(Market market_) external {
        require(address(market) == address(0));
        market = market_;
    }

    function report(uint64 price_) external {
        require(msg.sender == reporter);
        require(100 * uint256(price_) >= 95 * uint256(price) && !market.liquidatable(user));
        price = price_;
    }
}
