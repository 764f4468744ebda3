// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Sells liquidity for coins: as many as the liquidity, times 2^64, divided by a price. The check that the product fits
/// compares with too large a number.
contract Broken {
    uint256 public constant PRICE = 1e20;
    uint256 public liquidity;
    uint256 public coins;

    function fits(uint256 amount) internal pure virtual returns (bool) {
        return amount <= 0xffffffffffffffff << 192;
    }

    function add(uint256 amount) external {
        require(fits(amount), "too much");
        liquidity += amount;
        coins += (amount << 64) / PRICE + 1;
    }
}

/// The same with a limit for each call.
contract Guarded is Broken {
    function fits(uint256 amount) internal pure override returns (bool) {
        return amount <= 1e30;
    }
}
