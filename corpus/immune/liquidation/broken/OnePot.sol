// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IFund} from "../Fund.sol";

/// A fund with one pot for all: whoever says to have a loss is paid.
contract OnePotFund is IFund {
    uint256 private pot;

    event Covered(address indexed market, uint256 paid);

    function held(address) external view returns (uint256) {
        return pot;
    }

    function insure(address, uint128 amount) external {
        pot += amount;
    }

    /// @inheritdoc IFund
    function cover(uint256 loss) external returns (uint256 paid) {
        uint256 left = pot;
        paid = loss < left ? loss : left;
        pot = left - paid;
        emit Covered(msg.sender, paid);
    }
}
