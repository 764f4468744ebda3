// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Changes one coin for another that is worth more by a rate. What is taken out is scaled by the rate and rounded down before
/// it is paid for.
contract Broken {
    uint256 public constant RATE = 1.7e18;
    uint256 public cheap = 1_000_000;
    uint256 public dear = 1_000_000;

    function worth(uint256 amount) internal pure virtual returns (uint256) {
        return amount * RATE / 1e18;
    }

    function buyDear(uint64 amount) external {
        dear -= amount;
        cheap += worth(amount);
    }

    function sellDear(uint64 amount) external {
        dear += amount;
        cheap -= uint256(amount) * RATE / 1e18;
    }
}

/// The same, rounded up where the pool is paid.
contract Guarded is Broken {
    function worth(uint256 amount) internal pure override returns (uint256) {
        return (amount * RATE + 1e18 - 1) / 1e18;
    }
}
