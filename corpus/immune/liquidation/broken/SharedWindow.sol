// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILiquidation} from "../Liquidation.sol";

/// Terms with one window for all markets: one uses up what the others need.
contract SharedWindowLiquidation is ILiquidation {
    /// @notice An account may be liquidated when its debt is more than this part of its collateral's worth, in percent.
    uint256 public constant THRESHOLD = 80;
    /// @notice At most half of a debt is repaid at once, and all of one that is not above this.
    uint256 public constant SMALL = 100e18;
    /// @notice What the liquidations of a market take at once, and what it regains each second.
    uint256 public constant CAP = 10_000e18;
    uint256 public constant RATE = 1e18;

    /// @dev What a market had taken at a time. It has become less since.
    struct Window {
        uint128 used;
        uint64 time;
    }

    Window private window;

    event Taken(address indexed market, uint256 amount);

    error Healthy();
    error Nothing();
    error TooMuch(uint256 amount, uint256 left);

    /// @notice The debt that liquidations of the market can still take now.
    function room(address) public view returns (uint256) {
        uint256 regained = (block.timestamp - window.time) * RATE;
        return regained < window.used ? CAP - (window.used - regained) : CAP;
    }

    /// @inheritdoc ILiquidation
    function liquidatable(uint256 collateral, uint256 debt, uint256 price) public pure returns (bool) {
        return 100 * debt > THRESHOLD * collateral * price;
    }

    /// @inheritdoc ILiquidation
    function take(uint256 collateral, uint256 debt, uint256 price, uint256 asked)
        external
        returns (uint256 repaid, uint256 seized, uint256 bad)
    {
        if (!liquidatable(collateral, debt, price)) revert Healthy();
        uint256 worth = collateral * price;
        uint256 left = room(msg.sender);
        uint256 taken;
        if (11 * debt > 10 * worth) {
            (repaid, seized) = ((10 * worth + 10) / 11, collateral);
            (bad, taken) = (debt - repaid, debt);
            if (taken > left) revert TooMuch(taken, left);
        } else {
            uint256 most = debt > SMALL ? (debt + 1) / 2 : debt;
            repaid = asked < most ? asked : most;
            if (repaid > left) repaid = left;
            uint256 share = repaid * collateral / debt;
            seized = 11 * repaid / (10 * price);
            if (seized > share) seized = share;
            taken = repaid;
        }
        if (taken == 0) revert Nothing();
        window = Window(uint128(CAP - left + taken), uint64(block.timestamp));
        emit Taken(msg.sender, taken);
    }
}
