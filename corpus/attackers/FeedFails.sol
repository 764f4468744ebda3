// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

interface IRate {
    function rate() external view returns (uint256);
}

/// What setup deploys never fails.
contract SteadyRate is IRate {
    function rate() external pure returns (uint256) {
        return 2_000;
    }
}

/// Lends against a rate. Where nobody tells the rate, one of them checks nothing, and the careful one lends nothing.
contract LenientLender {
    IRate public immutable feed;
    bool private immutable careful;
    uint256 public posted;
    uint256 public owed;

    constructor(IRate f, bool c) {
        feed = f;
        careful = c;
    }

    function post(uint256 amount) external {
        require(amount <= 1e24, "too much");
        posted += amount;
    }

    function borrow(uint256 amount) external {
        require(amount <= 1e30, "too much");
        owed += amount;
        try feed.rate() returns (uint256 rate) {
            require(owed <= posted * (rate < 2_000 ? rate : 2_000), "not backed");
        } catch {
            require(!careful, "no rate");
        }
    }
}
