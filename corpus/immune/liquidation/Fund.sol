// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What a market asks of its insurance.
interface IFund {
    /// Pays the caller as much of a loss as there is, and says how much.
    function cover(uint256 loss) external returns (uint256 paid);
}

/// @title An insurance fund with an account for each market
/// @notice Anybody pays in for a market. What is paid in goes to that market's losses, and to nothing else.
contract Fund is IFund {
    mapping(address market => uint256) public held;

    event Covered(address indexed market, uint256 paid);

    function insure(address market, uint128 amount) external {
        held[market] += amount;
    }

    /// @inheritdoc IFund
    function cover(uint256 loss) external returns (uint256 paid) {
        uint256 left = held[msg.sender];
        paid = loss < left ? loss : left;
        held[msg.sender] = left - paid;
        emit Covered(msg.sender, paid);
    }
}
